"""Plain SQL views over the log, for people who open the library in another program.

Each row says in `undone` (0 or 1) whether it still counts. An amended entry shows what it counts as
now, with the number of the entry that amended it in `amended_by`. Lists stay JSON. Parasol itself
never reads them: with `trusted_schema` off, some SQLites refuse JSON functions inside a view.
"""

from __future__ import annotations

PLACING = "kind IN ('PhaseEntered', 'ActionUndone', 'ActionRedone', 'EntryAmended')"
"""The few events that others must be read by; the index on them is used where this is said."""


def undone(event: str) -> str:
    """SQL: 1 where the event of this alias was undone and not redone, else 0."""
    return f"""coalesce((
      SELECT u.kind FROM events u INDEXED BY events_that_place
      WHERE u.session = {event}.session AND u.{PLACING}
        AND u.kind IN ('ActionUndone', 'ActionRedone')
        AND json_extract(u.payload, '$.action') = {event}.action
      ORDER BY u.seq DESC LIMIT 1) = 'ActionUndone', 0)"""  # noqa: S608 - aliases of ours


V_TIMELINE = f"""
CREATE VIEW v_timeline AS
WITH
  marked AS (
    SELECT e.session, e.seq, e.action, e.at, e.kind, e.payload, {undone("e")} AS undone
    FROM events e
  ),
  placed AS (
    SELECT m.*,
      (SELECT f.seq FROM events f INDEXED BY events_that_place
       WHERE f.session = m.session AND f.{PLACING} AND f.kind = 'PhaseEntered'
         AND f.seq <= m.seq AND (m.undone OR NOT {undone("f")})
       ORDER BY f.seq DESC LIMIT 1) AS place,
      (SELECT a.seq FROM events a INDEXED BY events_that_place
       WHERE a.session = m.session AND a.{PLACING} AND a.kind = 'EntryAmended'
         AND json_extract(a.payload, '$.entry') = m.seq AND NOT {undone("a")}
       ORDER BY a.seq DESC LIMIT 1) AS amended_by
    FROM marked m
  )
SELECT p.session, s.title, p.seq, p.action, p.at,
       coalesce(json_extract(f.payload, '$.turn'), 0) AS turn,
       coalesce(json_extract(f.payload, '$.phase'), 'opening') AS phase,
       p.kind, p.undone, p.amended_by,
       coalesce(json_extract(a.payload, '$.replacement.event'), p.payload) AS payload,
       p.payload AS recorded
FROM placed p
JOIN sessions s ON s.id = p.session
LEFT JOIN events f ON f.session = p.session AND f.seq = p.place
LEFT JOIN events a ON a.session = p.session AND a.seq = p.amended_by
"""  # noqa: S608 - nothing in it comes from outside

V_MOVES = """
CREATE VIEW v_moves AS
SELECT t.session, t.title, t.seq, t.turn,
       json_extract(m.value, '$.seat') AS seat,
       json_extract(m.value, '$.move') AS move,
       json_extract(m.value, '$.channel') AS channel,
       json_extract(m.value, '$.host') AS host,
       json_extract(m.value, '$.target') AS target,
       json_extract(m.value, '$.addressee') AS addressee,
       json_extract(m.value, '$.asked') AS asked,
       json_extract(m.value, '$.signers') AS signers,
       json_extract(m.value, '$.audience') AS audience,
       json_extract(m.value, '$.wording') AS wording,
       json_extract(m.value, '$.reason') AS reason,
       t.undone, t.amended_by
FROM v_timeline t, json_each(t.payload, '$.plays') m
WHERE t.kind = 'HandInClosed'
"""

_SHOWN = f"""coalesce(
         (SELECT json_extract(w.payload, '$.text') FROM events w
          WHERE w.session = t.session AND w.kind = 'WordingChanged' AND w.seq > t.seq
            AND json_extract(w.payload, '$.move') = json_extract(m.value, '$.move')
            AND NOT {undone("w")}
            AND NOT EXISTS (SELECT 1 FROM events h
                            WHERE h.session = t.session AND h.kind = 'HandInClosed'
                              AND h.seq > t.seq AND h.seq < w.seq AND NOT {undone("h")})
          ORDER BY w.seq DESC LIMIT 1),
         json_extract(m.value, '$.wording'))"""  # noqa: S608 - nothing comes from outside

MOVES_AS_SHOWN = (
    "DROP VIEW v_moves",
    V_MOVES.replace("json_extract(m.value, '$.wording')", _SHOWN),
)
"""With the wording that the room was shown last."""

V_GAUGES = """
CREATE VIEW v_gauges AS
SELECT t.session, t.title, t.seq, t.turn,
       json_extract(g.value, '$[0]') AS gauge,
       json_extract(g.value, '$[1]') AS value,
       t.undone
FROM v_timeline t, json_each(t.payload, '$.gauges') g
WHERE t.kind IN ('SessionStarted', 'LedgerAccepted')
"""

V_RULINGS = """
CREATE VIEW v_rulings AS
SELECT session, title, seq, turn,
       CASE kind WHEN 'LineRuled' THEN 'ruled' WHEN 'RulingWithdrawn' THEN 'withdrawn'
                 WHEN 'LineAdded' THEN 'added' ELSE 'challenged' END AS what,
       coalesce(json_extract(payload, '$.ruling.line'), json_extract(payload, '$.line.gauge'),
                json_extract(payload, '$.line')) AS line,
       coalesce(json_extract(payload, '$.ruling.value'),
                json_extract(payload, '$.line.change')) AS value,
       coalesce(json_extract(payload, '$.ruling.reason'),
                json_extract(payload, '$.line.reason'), '') AS reason,
       coalesce(json_extract(payload, '$.ruling.public'),
                json_extract(payload, '$.line.public'), '') AS public,
       json_extract(payload, '$.outcome') AS outcome,
       undone
FROM v_timeline
WHERE kind IN ('LineRuled', 'RulingWithdrawn', 'LineAdded', 'ChallengeSettled')
"""

V_POLLS = """
CREATE VIEW v_polls AS
SELECT session, title, seq, turn,
       json_extract(payload, '$.answers.item') AS item,
       json_extract(payload, '$.answers.seat') AS seat,
       json_extract(payload, '$.answers.about') AS about,
       json_extract(payload, '$.answers.values') AS "values",
       json_extract(payload, '$.answers.options') AS options,
       json_extract(payload, '$.answers.words') AS words,
       json_extract(payload, '$.answers.is_median') AS is_median,
       row_number() OVER (
         PARTITION BY session, turn, undone, json_extract(payload, '$.answers.item'),
                      json_extract(payload, '$.answers.seat'),
                      json_extract(payload, '$.answers.about')
         ORDER BY seq DESC) > 1 AS replaced,
       undone, amended_by
FROM v_timeline
WHERE kind = 'AnswersEntered'
ORDER BY session, seq
"""

V_OBSERVATIONS = """
CREATE VIEW v_observations AS
SELECT t.session, t.title, t.seq,
       json_extract(t.payload, '$.note.turn') AS turn,
       json_extract(t.payload, '$.note.phase') AS phase,
       json_extract(t.payload, '$.note.at') AS at,
       json_extract(t.payload, '$.note.id') AS note,
       json_extract(t.payload, '$.note.kind') AS kind,
       json_extract(t.payload, '$.note.seat') AS seat,
       json_extract(t.payload, '$.note.tensions') AS tensions,
       json_extract(t.payload, '$.note.quotable') AS quotable,
       json_extract(t.payload, '$.note.starred') AS starred,
       n.text,
       row_number() OVER (
         PARTITION BY t.session, json_extract(t.payload, '$.note.id')
         ORDER BY t.seq DESC) > 1 AS replaced
FROM v_timeline t
LEFT JOIN notes n ON n.session = t.session
     AND n.note = json_extract(t.payload, '$.note.id')
     AND n.digest = json_extract(t.payload, '$.note.digest')
WHERE t.kind IN ('ObservationRecorded', 'ObservationEdited')
ORDER BY t.session, t.seq
"""

ALL = (V_TIMELINE, V_MOVES, V_GAUGES, V_RULINGS, V_POLLS, V_OBSERVATIONS)
