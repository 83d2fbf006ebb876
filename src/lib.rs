//! Collagen Ledger: what a course of skin treatment costs over the years, what it may achieve, and whether it lasts.
//!
//! # The house
//!
//! Data flows one way. A plan and the catalogue go in on the left; window, sheet and command line show what comes out.
//!
//! ```text
//! price_list, frozen ─┐ (overlay)
//! assets/catalog.ron ─┤
//! document ──> plan ──┼─> schedule ──> ledger ───┐
//!     ^               │  └─> engine ─> simulate ─┼─> estimate ─> compare ─> evaluation ─> { ui · report · cli }
//!     │               └──> finance ──────────────┘        search <─────────────────────────┘        │
//!     └───────────────────────────────────── edits ──────────────────────────────────────────────┘
//! ```
//!
//! | Room | Knows | Must not know |
//! |---|---|---|
//! | [`text`] | texts that people read, as they are written | languages |
//! | [`locale`] | languages and how countries write numbers, amounts and dates | anything else |
//! | [`history`] | labelled steps of undo and redo over whatever is being written | what that is |
//! | [`spreadsheet`] | tables as spreadsheets write them, taken apart into rows with their lines, and workbooks made for them | what they hold |
//! | [`units`] | money in integer minor units, percent, days, bands: small values with checked arithmetic | anything else |
//! | [`decide`] | what speaks for a choice: expected loss, chance of being best, dominance, frontier, thresholds, tornado; on plain costs and draws | plans, where figures come from |
//! | [`finance`] | deposit and credit: what paying a price by instalments comes to, and its annual rates | what is paid for |
//! | [`catalog`] | concerns, treatments, prices, presets, response parameters, evidence; parsed from `assets/` | plans |
//! | [`overlay`] | values, treatments and add-ons laid over a catalogue | where they come from |
//! | [`price_list`] | the clinic's own prices, courses and intervals, laid over the catalogue value by value; its table | plans, files |
//! | [`clinic`] | who hands a sheet out: the clinic's particulars and its own words on terms | anything else |
//! | [`document`] | the plan as typed (`Draft`), with an id for everything in it, and its edits | files, widgets |
//! | [`plan`] | the plan as valid, and what keeps a draft from being one | files, widgets |
//! | [`schedule`] | an option → dated sessions | prices, biology |
//! | [`engine`] | the collagen model: parameters with their addresses, whole-day tables, programs of doses, sums, fading, ageing, score. The hot path | prices, calendar dates |
//! | [`simulate`] | how sure: thousands of draws of a course, its ranges and figures; the plain loops stand in the package `ensemble` | prices, plans |
//! | [`ledger`] | dated sessions → dated money and its sums | biology |
//! | [`estimate`] | the one place where schedule, ledger and engine meet; keeps what an edit leaves alone (`Estimator`), and takes dates and figures that were frozen (`Figures`) | how it is shown |
//! | [`compare`] | measures, differences, what speaks for each option as a choice, turning prices, which inputs differ | how it is shown |
//! | [`evaluation`] | one door through all of the above: draft in, everything derived out; what other prices would change; what moves an option most (`swings`) | how it is shown |
//! | [`search`] | from what somebody wants and may spend to the plans that reach most for the money, every one of a million looked at, or of a thousand million | how it is shown, threads |
//! | [`record`] | what was issued of a plan (`Snapshot`) with what it rests on and came to (`Frozen`), and what became of it | files |
//! | [`log`] | what happened to a plan, only ever added to and merged; a plan with its log (`Dossier`): issuing, answering, revising, noting | files |
//! | [`progress`] | what really happened of a plan: sessions had, given up or booked, payments, results as they were graded; and how it is laid over the plan | files, curves, money of a ledger |
//! | [`agenda`] | calendars that are read: which of their events keep days free | files, plans beyond what keeps days free |
//! | [`scene`] | a chart of an estimate as data: curves, bands, shaded stretches, target | who paints it |
//! | [`wording`] | how figures are said in words, one place for window, sheet and command line | widgets, files |
//! | [`report`] | estimate → consultation sheet (PDF), charts (SVG, PNG), calendar, JSON, CSV, workbooks, tables to paste, text | widgets, clocks |
//! | [`storage`] | plan files and the price list with their schema versions, settings, what a clinic set up for its sheets, atomic writing: the only room that touches the disk | the model's inside |
//! | [`printing`] | the system's printers, and a PDF sent to one of them within a time limit | plans, files, widgets |
//! | [`cli`] | the commands without a window | widgets |
//! | [`ui`] | views: borrow what there is to show, return edits and commands | files, formulas |
//! | [`app`] | the shell: holds the document and the clinic's price list, carries out commands, runs work in the background | formulas |
//!
//! # In a few lines
//!
//! ```
//! use collagen_ledger::{catalog::Catalog, document::Draft, evaluation::Evaluation};
//!
//! let catalog = Catalog::built_in();
//! let plan = Draft::example(&catalog, &catalog.concerns[0], jiff::civil::date(2027, 3, 1));
//! let evaluation = Evaluation::of(&plan, &catalog)?;
//! let needling = &evaluation.estimate.options[0];
//! assert_eq!(needling.ledger.total.typical.minor(), 315_000); // 9 sessions at 350.00
//! assert_eq!(evaluation.estimate.do_nothing().ledger.total.typical.minor(), 0);
//! # Ok::<(), collagen_ledger::plan::Problems>(())
//! ```
//!
//! # One word for one thing
//!
//! | Word | Means |
//! |---|---|
//! | concern | what somebody comes with, such as acne scars |
//! | option | one way to treat it: a named mix of lines; *do nothing* is one |
//! | mark | what an option is told by: a letter with its colour, dash and marker |
//! | line | a treatment within an option, with its course, price and upkeep |
//! | area, place | a part of the body, as the catalogue lists them; where lines of an option count together |
//! | course, upkeep | the first sessions of a line; the sessions that come after |
//! | session, visit | one treatment on one day; a day at the clinic, whatever is done on it |
//! | dose, kernel, gain | what a session gives the skin; how that builds up and fades; what it comes to on a day |
//! | dosing | of lines that do the same in a search all ways to pay for it |
//! | draw, outlook | one possible truth of all that is uncertain, the same ones for all options; a result with its two ranges, of clinics and of people |
//! | pricing | package, discount and tax of a line |
//! | membership, covered, included | paying a fee each month; a treatment of which its sessions can be; a session that it brings |
//! | entry, heading | one dated amount of the ledger; what it is for |
//! | draft, plan | a plan as typed; the same once it is valid |
//! | issue, snapshot, status | a plan handed out; what was frozen of it; what became of it |
//! | dossier, log, event | a draft with all that happened to it; that list; one of it |
//! | progress, fact, step | what really happened of a plan; one thing of it; that, or what is foreseen, on its day |
//! | overlay, quantity | values laid over the catalogue; one kind of them, such as the price of a session |
//! | worth | what one year of full improvement is worth to somebody |
//! | time off, displaced | days kept free; a session that is not on the day on which it was due |
//! | hold, advice, guidance | what of a client may put a treatment off; what is to be done then; who says so |
//! | occasion | a day that matters to the client, such as a wedding |
//! | goal, step | what a search is for; a plan that reaches more of it than all that cost as little |
//! | measure | a figure that options are compared by |
//! | remark, problem | what is worth knowing of a valid plan; what keeps a draft from being one |
//! | matter, acknowledgement | something that a clinician decides, as it is read; that somebody has |
//! | job | work in the background, with a result of its own |
//!
//! # Where is …
//!
//! * a price, a course, a preset, a parameter or who says so, what is to be expected of a concern, aftercare, and when the
//!   evidence is reviewed: `assets/catalog.ron`; the statements it cites: `assets/facts.ron`
//! * how strong trials make a treatment, and how far clinics and people differ: `examples/fit`, its trials in
//!   `examples/fit/*.csv`; the one place there that knows the engine: `examples/fit/course.rs`
//! * several concerns in one plan: what is kept `document/concerns.rs` and `document/further.rs`, which lines count for one
//!   `estimate/serving.rs` and `catalog/skin.rs`, the same plan worked out for each `evaluation.rs`; which is looked at in the
//!   window `ui/concern.rs`, the others beside it `ui/charts/beside.rs`
//! * several desks on one plan: what two of them changed put together `document/merge.rs`, in the window `app/merging.rs` and
//!   `ui/dialogs/merge.rs`, what becomes of the open plan `app/document/versions.rs`, what of theirs is left out
//!   `app/document/file_version.rs`; who has it open `storage/presence.rs`, `storage/alive.rs` and `app/watch.rs`;
//!   other versions of it that lie beside it `storage/copies.rs`, which names they have `storage/folder.rs`
//! * plans protected by a passphrase: what is known of passphrases and how files are encrypted `storage/keys.rs`, which plans and
//!   folders are `storage/protection.rs`, in the window `app/passphrase.rs` and `ui/dialogs/passphrase.rs`, without it
//!   `cli/passphrase.rs`
//! * price list and clinic's details shared in a folder: which of two stands `storage/shared.rs`, in the window `app/sharing.rs`
//! * desks that are killed while they write, and disks that are full: `examples/faults`
//! * what is kept of a client, and forgetting it: `storage/traces.rs`, in the window `app/forgetting.rs`; what is kept of a fault of
//!   the program `storage/crash.rs`, and the log that is asked for: `cli/faults.rs`
//! * what a calendar cancels: `report/calendar/told.rs`; a layout that comes to no end: `report/sheet/in_time.rs`
//! * the first start: `ui/start.rs` and `ui/language.rs`; results where prices are missing: `parse_unpriced` in `plan/parse.rs`,
//!   `ui/charts/unpriced.rs`
//! * workbooks: written by `spreadsheet/write.rs`, read as a table by `storage/workbook.rs`
//! * packages: `packaging`, their one list of files `examples/package.rs`; the program's id for the desktop: `app/start.rs`
//! * parts of the body, and which are the same skin: `areas` in `assets/catalog.ron` and `catalog/area.rs`; what adds up where:
//!   `estimate/place.rs`; what must keep its distance: `schedule/planner.rs`
//! * finding plans: what may be asked `search/question.rs`, which lines there are `search/candidates.rs`, in
//!   which order they are looked at `search/run.rs`, `search/faded.rs` (what waits for the result to fade) and `search/thirds.rs`, why no
//!   plan is passed over wrongly `search/groups.rs`, `search/blocks.rs`, `search/samples.rs`, `search/upkept.rs` and
//!   `search/couples.rs`, what lines cost and keep to together `search/together.rs` and `search/joint.rs`, from question to answer in
//!   steps `search/inquiry.rs`; its words:
//!   `wording/finding`; the command: `cli/find`; in the window: `ui/find`, beside it `app/finder.rs`
//! * days kept free: `document/time_off.rs`, where a session goes then `schedule/dating.rs` and `schedule/openings.rs`, from a
//!   calendar [`agenda`]; the checklist, who says what, and which treatments keep a distance: `rules` and `guidance` in
//!   `assets/catalog.ron`, `catalog/rules.rs`, what follows for an option `estimate/checklist.rs` and `schedule/checks.rs`,
//!   in the window `ui/client/checklist.rs` and `ui/rules.rs`
//! * what a clinician decides: which remarks that are `plan/remark.rs`, that somebody has `record/acknowledgement.rs` and
//!   `log/acknowledged.rs`, in the window `ui/editor/remarks.rs` and `app/acknowledging.rs`, without it `cli/acknowledge.rs`
//! * days that matter: `document/occasion.rs`, how an option stands on them `estimate/occasion.rs`
//! * what there is of an option that stops on a day: `estimate/stop.rs`, in the window `app/stop.rs`, `ui/charts/stop.rs` and
//!   `ui/editor/stop.rs`
//! * what may be spent: `units/budget.rs`, what is said of an option that costs more: `estimate/budget.rs`
//! * how anything is laid over the catalogue: [`overlay`]
//! * a quantity of the price list: its row in `overlay/kind.rs`, its place in a catalogue in `overlay/places.rs`, its words
//!   in `wording/prices/quantities.rs`; files, tables and views follow from these three, but for one whose values are told apart by
//!   something new (`overlay/key.rs`, in files `storage/wire/quantity.rs`), and for the help on columns in `price_list/csv/mod.rs`
//! * ways to pay the same course, and when a package or a membership breaks even: `evaluation/ways.rs`, in the window
//!   `ui/editor/ways.rs`
//! * membership: its terms `document/membership.rs`, as a price list has them `catalog/membership.rs`, what is used up of it in
//!   which order `ledger/membership.rs`, what is worth knowing of it `estimate/membership.rs`, in the window `ui/editor/membership.rs`
//! * what a treatment costs on a part of the body: `catalog/rates.rs`; as a subject of the price list: `overlay/subject.rs`; what it
//!   costs beside another one on one day: `ledger/single.rs` and `ledger/beside.rs`, in finding a plan `search/beside.rs`
//! * packages, of sessions and of add-ons: `ledger/packages.rs`, in the window `ui/editor/pricing.rs` and `ui/editor/extras.rs`
//! * codes of rows of the price list: `price_list/entry.rs`, in its table `price_list/csv/codes.rs`
//! * courses that may take fewer or more sessions: `estimate/by_sessions.rs`, their words `wording/by_sessions.rs`; parts of a unit:
//!   `units/unit_count.rs`
//! * templates of the clinic's own: what they are `catalog/template.rs`, which are valid `price_list/template.rs`, in the table
//!   `price_list/csv/templates.rs` and `price_list/csv/template_rows.rs`, how an option becomes one and one an option
//!   `document/example.rs` and `document/line.rs`, in the window `ui/prices/templates.rs` and `app/templates.rs`
//! * treatments of the clinic's own: what they are `catalog/own.rs`, from which labels `price_list/own.rs`
//! * the clinic's own prices and which of them is in force: [`price_list`]; the columns of its table: `price_list/csv`;
//!   the window's table of it: `ui/prices`; reading, laying over and saving it: `app/prices`
//! * the equations: [`engine`]; the ranges: [`simulate`], drawn beside the window in `app/ranges.rs`; the rules of rounding, packages, discounts and tax: [`ledger`]; instalments and rates:
//!   [`finance`]; the order of things in a file: `storage/wire`, and what each of them is there: `storage/wire/stored.rs`
//! * colours, type and the marks of options: `ui/theme/tokens.rs` (on paper: `report/chart/style.rs`); commands, menus and
//!   shortcuts: `ui/command.rs`
//! * a text in another language: `assets/languages/*.po`; a country's notations, tax word and notices:
//!   `assets/locales.ron`; the macros that look texts up: `locale/words.rs`
//! * typefaces, and where letters come from that the built-in ones lack: `report/typefaces.rs`, `storage/typefaces.rs`
//! * the layout of the sheet, and what a clinic's own layout is handed: `assets/sheet/`; the JSON format: `report/json.md`
//! * who wrote down what, and how a change from outside is found: `log/event.rs`, `log/mod.rs` (`torn`), `record/seal.rs`; what is sealed:
//!   `storage/wire/v4/event.rs`; its words `wording/log.rs`
//! * issuing, answers, revisions: `log`; what is frozen: `record/ground.rs` (what an issue rests on), `estimate/figures.rs`
//!   (what it came to); in the file: `storage/wire/v4`; in the
//!   window: `ui/record` and `app/record.rs`; without it: `cli/record.rs`
//! * what really happened: what can be noted `progress/fact.rs`, how it is laid over a plan `progress`, from where the rest is
//!   foreseen `schedule/dating.rs`, what was paid [`ledger`], and what comes of it beside what was planned
//!   `evaluation/followed.rs`, `evaluation/noting.rs`; its words `wording/followed.rs`; in the window `ui/progress`, `app/progress.rs` and
//!   `app/followed.rs`; without it `cli/progress.rs`; what is due of it `log/due.rs`, over a folder
//!   `cli/due.rs`, in the window `ui/due`, `app/due.rs` and `app/due_page.rs`; tables of appointments `progress/appointments.rs`
//! * results that were graded: what a grade is `units/grade.rs`, what it says of the draws `simulate/weighing.rs`, what follows for
//!   the client `evaluation/followed.rs`; its words `wording/grading.rs`
//! * what others may have written, broken on purpose: `fuzz`, its readers `fuzz/readers.rs`
//! * the sheet in the window: what is chosen and shown: `ui/sheet`; its pages laid out in the background, what they are
//!   made of, the clinic's details, and the ways out of the program: `app/sheet`
//! * a field of a plan: one row in `document/draft.rs`, or in `document/line.rs` for one of a line: what it takes and within
//!   which limits, what it is called, what undo calls a change of it, and where its value stands. Edits, undo, limits, what
//!   is typed and cannot be read, parsing and what differs between lines go by it. It is drawn by `ui/kit/described.rs`
//! * a new field of a line, in three rooms: `document` (its member, its row and what it begins with in `document/line.rs`, its name in
//!   `document/place.rs`), the file (its line in `storage/wire/v4/draft.rs`) and the window (where in
//!   `ui/editor` it stands, and its German in `assets/languages/de.po`). Whether it counts is for `plan` to say: its valid
//!   value, by which it differs, in `plan/line.rs`, and how that is read in `plan/parse.rs`
//! * the sentences in which a plan is said: `wording/sentences.rs`; what opens below them: `ui/kit/popover.rs`; those of client
//!   and plan: `ui/client`; those of a treatment, its dated money and evidence: `ui/editor`
//! * fields, list boxes and small buttons, the look of dialogs, the panes that F6 goes round, and what keeps the focus in its
//!   place and gives it back: `ui/kit`; messages and work under way: `ui/notices.rs`
//! * a page in place of the plan, its way back and what is scrolled in it: `ui/page.rs`
//! * what a client is shown, step by step: `ui/client_view`
//! * the start page: `ui/start.rs`; what begins there: `app/start_page.rs`; the options to begin with: `document/example.rs`
//! * dialogs: `ui/dialogs`; what becomes of an answer to one: `app/answers.rs`; keys and what else a view explains of itself:
//!   `ui/help.rs`
//! * a new command, in three places: its row in `ui/command.rs`, what it does in `app/commands.rs`, and, if it cannot
//!   always be given, when it can in `ui/top_bar.rs`
//! * the order of things within a frame: `app/frame.rs`; what is worked on in the background: `app/jobs`, what comes
//!   of it `app/work.rs`, and where only
//!   the newest request counts `app/latest.rs`; every path that is asked for: `ui/dialogs/purpose.rs`, and what is done
//!   with it: `app/paths.rs`; who may wait for the disk: `storage/token.rs`; replacing a file that others may write:
//!   `storage/swap.rs`; what of a plan is put together then: `app/saving.rs`, `log/dossier.rs`
//! * a new measure, in three places: its row in `compare/measure.rs`, its words in `wording/measures.rs`, their German in
//!   `assets/languages/de.po`; table, sheet, text, JSON, CSV and editor follow
//! * where everything stands in the window: `ui/layout.rs`; the table of options: `ui/table`, its columns in
//!   `ui/table/columns.rs`, the usual options offered below it: `app/templates.rs`; tables in which arrow keys move:
//!   `ui/grid.rs`; lines that can be dragged: `ui/divider.rs`, marks of upkeep that can be: `ui/charts/upkeep.rs`
//! * a new chart, in three places: its scene in `scene`, its words in `wording/charts.rs`, its line in `report/export.rs`; the
//!   window (`ui/charts`) and paper (`report/chart`) paint any scene
//! * a new table: a function in `report/tables` that gives a grid; how grids are written: `report/grid.rs`; a new column of
//!   one: a line of its list of columns
//! * what can be exported, by window and command line alike: `report/export.rs`; what of it a spreadsheet must not run:
//!   `report/cell.rs`
//!
//! # Invariants, each held by a test
//!
//! 1. The core (`units` … `evaluation`) does no I/O, reads no clock, spawns no thread, knows no widget; rooms name only
//!    the rooms before them (`tests/it/architecture`).
//! 2. Money is integers. Every total shown is the sum of the entries shown beside it (`tests/it/properties`, `tests/it/sheet`).
//! 3. Same input, same output on every platform: transcendental functions come from `libm` (`tests/it/architecture`,
//!    `tests/it/vectors.rs`).
//! 4. Views compute no figure: what is derived is derived once per change, by `app::Document` and `app/prices`.
//! 5. One table of commands feeds menus, shortcuts, the palette and the list of keys; every command does something, and every
//!    field is one step of undo (`tests/it/window`).
//! 6. Every number has a source id, or is labelled an assumption, a placeholder or the clinic's own
//!    (`tests/it/catalog.rs`). What the fit sets lies within its ranges (`tests/it/fit`).
//! 7. One wire struct per schema version, kept for ever with a fixture; newer versions are refused (`tests/it/files.rs`,
//!    `tests/it/price_list`).
//! 8. Nothing typed is lost: wrong amounts, numbers and days stay as typed (`tests/it/window/typing.rs`) and in the file
//!    (`tests/it/window/unread.rs`), a file that cannot
//!    be read leaves the open plan alone, writing is atomic, and a plan is replaced only if it still is what was read
//!    (`tests/it/window`, `tests/it/files.rs`, `tests/it/cli/record.rs`). Killed at any moment, the program loses at most
//!    the last second (`.ci/window.py`), of a protected plan the last three.
//! 9. What was issued never changes and is whole in itself: the document refuses edits, undo takes neither an issue nor an
//!    answer back, and dates, money and figures stay whatever price list, catalogue or model comes later
//!    (`tests/it/record.rs`, `tests/it/whole.rs`, `tests/it/price_list`, `tests/it/window`).
//! 10. Every text people see goes through `tr!`, and every language has all of them with the same values
//!     (`tests/it/languages.rs`). A locale changes how things are said, never a figure or a file.
//! 11. A price list is imported whole or not at all, and no clinic's interval is below the safety minimum
//!     (`tests/it/price_list`).
//! 12. No file names one that names it, directly or around others, and nothing rests on a debug text
//!     (`tests/it/architecture`).
//! 13. Nothing in a window's frame waits for a disk: what reads or writes asks for a [`storage::Disk`], which only work in the
//!     background is handed (`tests/it/architecture`, `tests/it/window/jobs.rs`).

pub mod agenda;
pub mod app;
pub mod catalog;
pub mod cli;
pub mod clinic;
pub mod compare;
pub mod decide;
pub mod document;
pub mod engine;
pub mod estimate;
pub mod evaluation;
pub mod finance;
pub mod history;
pub mod ledger;
pub mod locale;
pub mod log;
pub mod overlay;
pub mod plan;
pub mod price_list;
pub mod printing;
pub mod progress;
pub mod record;
pub mod report;
pub mod scene;
pub mod schedule;
pub mod search;
pub mod simulate;
pub mod spreadsheet;
pub mod storage;
pub mod text;
pub mod ui;
pub mod units;
pub mod wording;
