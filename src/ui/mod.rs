//! Views. They borrow what there is to show ([`View`]), keep only what belongs to showing ([`ViewState`]), and return
//! what the person wants ([`Action`]). They compute no figure, read no file, and change nothing by themselves.

mod cells;
mod charts;
mod client;
mod client_view;
pub mod command;
mod concern;
mod dialogs;
mod divider;
mod due;
mod editor;
mod find;
mod grid;
mod help;
mod kit;
mod language;
mod layout;
mod marks;
mod notices;
mod page;
mod paying;
mod prices;
mod progress;
mod record;
mod rules;
mod sheet;
mod sides;
mod start;
mod state;
mod table;
pub mod theme;
mod top_bar;
mod words;

pub use charts::{Ghost, Stretch};
pub use client_view::CLOSER;
pub use command::{Command, Menu};
pub use dialogs::{Answer, Conflict, Dialog, PassphraseForm, PassphraseUse, Purpose};
pub use due::{DueAction, DueFile, DueFound, DueState, DueView, FURTHEST_DUE};
pub use editor::ChoiceKept;
pub use find::{FindState, FindView};
pub use grid::CurrentCell;
pub use kit::focus::typing_has_ended;
pub use kit::go_round;
pub use layout::show;
pub use prices::{PriceFilter, PriceImport, PricePreview, PricesState, PricesView};
pub use progress::{ProgressAction, ProgressForm, ProgressState, ProgressView, Said};
pub use record::{AnswerForm, IssueForm, RecordAction, RecordDialog, RecordList};
pub use sheet::{
    ClinicForm, Detail, Layout, PagePicture, PagesState, PrinterChoice, SheetAction, SheetChoices, SheetView,
};
pub use state::{Action, CopyAnswer, EditorTab, Explained, JobLine, Notice, Pane, StartForm, View, ViewState};
pub use top_bar::is_enabled;
