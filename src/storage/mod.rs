//! The only place that touches the disk: plan files and the price list, each with a schema version, settings, what a
//! clinic set up, and where things are kept.
//!
//! A plan file is RON. Reading it either gives a whole [`Dossier`](crate::log::Dossier) or one sentence with line and
//! column; writing is atomic and for the owner's eyes only, and a plan may be protected by a passphrase. This room knows nothing of the model's inside.

mod alive;
mod author;
mod calendar_file;
mod clinic_file;
mod content;
mod copies;
mod crash;
mod disk;
mod folder;
mod keys;
mod languages;
mod places;
mod plan_file;
mod presence;
mod price_list_file;
mod protection;
mod random;
mod recovery;
mod settings;
mod shared;
mod swap;
mod token;
mod traces;
mod typefaces;
mod wire;
mod workbook;
mod write;

pub use author::{Desk, author};
pub use calendar_file::read_calendar;
pub use clinic_file::{ClinicFile, read_clinic, read_logo, read_template, write_clinic};
pub use content::ContentError;
pub use copies::{Copies, PlanCopy};
pub use crash::keep_crash;
pub use disk::{Stamp, StorageError, look_at_plan, read_plan, read_plan_from, read_stamped_plan};
pub use folder::{PLAN_ENDINGS, Versions, is_plan_name, plans_before_versions, plans_in};
pub use keys::{
    Passphrase, forget_decision, forget_passphrases, has_protected, is_protected, learn, protect, protect_as, unprotect,
};
pub use languages::{LanguageFileError, read_languages};
pub use places::{
    Places, absolute, documents, exists, has_native_dialogs, is_file, is_stream, sheet_name, time_and_size, written_on,
};
pub use plan_file::{matter_code, parse_plan, plan_text};
pub use presence::{DeskName, OpenAt, Presence, RENEWED};
pub use price_list_file::{parse_price_list, price_list_text, read_price_list, read_table, write_price_list};
pub use protection::{
    LaidAside, Rewritten, check_folder_of, folder_of_plan, folder_stays, is_in_protected_folder, join_folder,
    plan_content, protect_folder, protect_rest, read_passphrase, set_plan_aside, swap_plan, unprotect_folder,
    write_beside,
};
pub use random::{new_desk, new_plan, salt};
pub use recovery::{Orphan, Recovery};
pub use settings::{LocaleChoice, Settings, SettingsWarning, SheetSettings, Theme};
pub use shared::{Common, Evened, SHARED_CLINIC, SHARED_LIST, Sharing, even_clinic, even_price_list, shared_files};
pub use swap::{Expected, Swap, replace, swap};
pub use token::Disk;
pub use traces::{Traces, delete, traces_of};
pub use typefaces::SystemTypefaces;
pub use workbook::{WorkbookProblem, table_of};
pub use write::{begin_log, make_folder_of, remove_older, set_aside, write_private};
