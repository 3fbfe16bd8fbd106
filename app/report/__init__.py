"""The after-action report: facts from the log, words and figures by templates, layouts.

`build.build_report` makes the model of a report, `html.to_html` lays it out, `write.export` writes
it. The model is the seam: every format reads it, none looks at the log.
"""
