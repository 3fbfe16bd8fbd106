"""The facilitator's console: its frame, its panels by phase, and the wiring between them.

It holds no rules and no truth: it shows a `State` and asks for actions. It never imports the
room's window; what the room sees reaches it as a picture.

Every widget that can be used has an objectName, by which tests and the recorded demo find it.
SEAT, CARD, INJECT are ids of the deck. The frame and the first phases:

- frame: `top_undo`, `top_blank`, `run_sheet`, `phase_title`, `banner`, `timer_toggle`,
  `timer_less`, `timer_more`, `timer_reset`, `live_thumbnail`, `page_back`, `page_on`, `undo_show`,
  `hold`, `open_room`, `staged_thumbnail`, `staged_title`, `show_staged`, `bottom_undo`,
  `main_sentence`, `main_action`
- capture: `capture_kind_note`, `capture_kind_quote`, `capture_kind_insight`, `capture_text`,
  `capture_seat`, `capture_tension`, `capture_save`
- finder and keys: `finder_field`, `finder_list`, `key_sheet_close`
- Opening and Brief: `stage_hold`, `stage_opening`, `stage_INJECT`, `release_INJECT`,
  `release_none`, `one_cell_SEAT`, `seat_sheet_SEAT` (held), `notes_smaller`, `notes_larger`
- Deliberate: `hand_in_line`, `hand_in_offers`, `seat_SEAT`, `add_SEAT`, `paper_SEAT`,
  `hand_in_SEAT`, `move_CARD`, `change_CARD`, `take_back_CARD`, `folded_SEAT`, `reopen_SEAT`,
  `gauges`; by clicks `card_CARD`, `pick_GROUP_WORD` (such as `pick_channel_joint`,
  `pick_host_japan`), `pick_add`, `pick_take_back`, `pick_other`, `pick_close`
- Off the card, in Deliberate and Consult: `free_SEAT`, `pick_free`, `consult_free`; the card
  `free_seat_WORD`, `free_title`, `free_text`, `free_cost_N`, `free_wants_1_gauge`,
  `free_wants_1_step_WORD`, `free_how_WORD`, `free_sign_WORD`, `free_told_WORD`,
  `free_affects_WORD`, `free_tag_WORD`, `free_tension_WORD`, `free_write`, `free_take_back`,
  `free_reset`, `free_close`; argued in Adjudicate `argue_CARD_PART` (such as `argue_X1_dice`)
- sheets of the finder: `inject_title`, `inject_text`, `inject_to_WORD`, `inject_source`,
  `inject_effect_1_gauge`, `inject_reason`, `inject_tension_WORD`, `inject_release`;
  `reword_inject`, `reword_text`, `reword_set`, `reword_printed`
- Consult: `consult_line`, `consult_add`, `consult_offers`, `ask_who_WORD`, `ask_whom_WORD`,
  `ask_about_CARD`, `ask_matter`, `ask_open`, `answer_ASKING_ASKED_ABOUT_ANSWER`,
  `sign_CARD_SEAT`, `hand_in_SEAT`
- a text, in Deliberate and Consult: `text_TEXT`, `text_TEXT_stands`, `text_TEXT_fold`,
  `text_TEXT_LINE_OPTION`, `text_TEXT_signs_WORD` (such as `text_pact_signs_japan`); in Reveal
  `settled_TEXT`, `stage_text_TEXT`

The keys are one table, in `keys.py`.
"""
