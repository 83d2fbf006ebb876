//! What every view is made of: fields, and the small things around them.
//!
//! A [`Field`] has one identity, made from what it stands for and from nothing else: not from where it is drawn, what
//! stands before it, what language its name is in, or whether its value is right. So focus and cursor stay with it
//! through every wrong state. Whatever is typed stays as typed; what it stands for, or what is wrong with it, is said
//! beside it and to a screen reader.
//!
//! | File | What it holds |
//! |---|---|
//! | `field` | identity, name, what is wrong, and the row a field stands in |
//! | `text` | texts, and figures and days that are kept as text |
//! | `number` | numbers |
//! | `date`, `calendar` | days |
//! | `described` | a field of the document from its description there |
//! | `focus` | what keeps the focus in its place, and gives it back |
//! | `pane` | the panes of the window, named, and what goes from one to the next |
//! | `question` | dialogs: title, what is asked, buttons, and what Enter and Escape do |
//! | `list` | a list of which one thing is chosen with the arrow keys |
//! | `choice` | list boxes and check marks |
//! | `typing` | what is typed beside the value it stands for |
//! | `popover` | a small window beside what opens it |
//! | `phrase` | words that open the fields they are made of |
//! | `tabs` | tabs, as one stop of the Tab key |
//! | `small` | headings, errors, icons, tags, buttons |

mod calendar;
mod choice;
mod date;
mod described;
mod field;
pub(super) mod focus;
mod list;
mod number;
mod pane;
mod phrase;
mod popover;
mod question;
mod small;
mod tabs;
mod text;
mod typing;

pub(super) use calendar::{ANY_DAY, calendar};
pub(super) use choice::{check, choice, choice_box, radio, radios, tick};
pub(super) use date::{Days, date, date_box, date_of, is_day};
pub(super) use described::{chosen, described};
pub(super) use field::{Field, row, said_wrong, wrong};
pub use focus::go_round;
pub(super) use list::{Group, Row, list, moved};
pub(super) use number::{Numbers, number, number_box, slider};
pub(super) use pane::{Pane, pane};
pub(super) use phrase::{phrase, sentence, sentence_width};
pub(super) use question::{Pressed, Question, list_room, primary, scroll};
pub(super) use small::{
    caption, error, fixed, heading, headline, icon, icon_button, if_editable, note, push, say_heading, tag, title,
    with_icon,
};
pub(super) use tabs::tabs;
pub(super) use text::{AMOUNT, DAY, amount, notation_box, text};
