//! Everything the program promises, tried through public doors. One binary, so that it is linked once.
//!
//! | Folder or file | What is tried |
//! |---|---|
//! | `architecture` | the rooms, the arrows between them, what each must not know |
//! | `fields` | every field of the document by its row |
//! | `catalog`, `finance`, `money`, `budget`, `occasion`, `stop`, `schedule`, `ties`, `vectors`, `properties`, `decide`, `choice`, `search`, `time_off`, `checklist`, `areas`, `concerns`, `agenda`, `graded` | the core: figures against references, and what holds for every plan |
//! | `fit` | centres and spreads from the trials, and the catalogue held to them |
//! | `record`, `whole`, `log`, `acknowledged`, `files`, `clinic_file`, `price_list` | what is kept, and what it rests on |
//! | `readers` | what others may have written: the seeds of fuzzing |
//! | `exchange`, `sheet` | what leaves the program |
//! | `cli` | the binary as a script meets it |
//! | `window`, `theme` | the window, driven by accessible names, without display or GPU |
//! | `languages`, `locale`, `licences` | words, notations, libraries |
//! | `plans`, `strict` | shared: plans as people might make them, a strict reader of calendars |

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::needless_pass_by_value,
    clippy::type_complexity,
    reason = "a test that cannot go on has failed, and tables of cases are read by people"
)]

mod acknowledged;
mod agenda;
mod architecture;
mod areas;
mod budget;
mod by_sessions;
mod catalog;
mod checklist;
mod choice;
mod cli;
mod clinic_file;
mod concerns;
mod copies;
mod decide;
mod engine;
mod exchange;
mod fields;
mod files;
mod finance;
mod fit;
mod graded;
mod languages;
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
mod licences;
mod locale;
mod log;
mod membership;
mod merge;
mod money;
mod occasion;
mod plans;
mod presence;
mod price_list;
mod progress;
mod properties;
mod readers;
mod record;
mod scene;
mod schedule;
mod search;
mod sentences;
mod sharing;
mod sheet;
mod stop;
mod strict;
mod theme;
mod ties;
mod time_off;
mod vectors;
mod whole;
mod window;
