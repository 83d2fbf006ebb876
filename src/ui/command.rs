//! One list of commands for menus, shortcuts, the palette and the list of shortcuts.

use super::kit::focus;
use crate::locale::{self, tr};
use egui::{Key, KeyboardShortcut, Modifiers};

/// A group of commands, a menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    /// Files.
    File,
    /// Changes of the plan.
    Edit,
    /// What there is to do with options.
    Option,
    /// How things are shown.
    View,
    /// Explanations.
    Help,
}

impl Menu {
    /// As shown.
    pub fn name(self) -> &'static str {
        match self {
            Self::File => tr!(in "menu", "File"),
            Self::Edit => tr!(in "menu", "Edit"),
            Self::Option => tr!(in "menu", "Option"),
            Self::View => tr!(in "menu", "View"),
            Self::Help => tr!(in "menu", "Help"),
        }
    }

    /// Its commands.
    pub fn commands(self) -> impl Iterator<Item = Command> {
        self.groups().iter().copied().flatten().copied()
    }
}

/// What there is to say of a command.
struct About {
    text: &'static str,
    tooltip: &'static str,
    keys: &'static [KeyboardShortcut],
}

const fn only(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

const fn alt_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT.plus(Modifiers::SHIFT), key)
}

impl Command {
    /// Every command, menu by menu.
    pub fn all() -> impl Iterator<Item = Self> {
        Menu::ALL.into_iter().flat_map(Menu::commands)
    }

    /// As shown; `…` where more input follows.
    pub fn text(self) -> &'static str {
        locale::text(self.about().text)
    }

    /// One sentence on what it does.
    pub fn tooltip(self) -> &'static str {
        locale::text(self.about().tooltip)
    }

    /// The place in the list, from 0, of the option that it selects.
    pub fn option(self) -> Option<usize> {
        let all = [Self::Option1, Self::Option2, Self::Option3, Self::Option4, Self::Option5, Self::Option6];
        all.iter().position(|one| *one == self)
    }

    /// The keys that give it. Several may do the same; the first is shown.
    pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
        self.about().keys
    }
}

/// Makes the commands from one table, menu by menu and group by group: name, text, keys, and a sentence on what it does.
/// So none is without a place in a menu, in the palette and in the list of keys. The texts stand in
/// `english!` for those who collect what is to be translated.
macro_rules! commands {
    ($($menu:ident {
        $({ $($name:ident: english!($text:literal), [$($keys:expr),*], english!($tooltip:literal);)+ })+
    })+) => {
        /// Something the program can be told to do, apart from edits of the plan.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command {
            $($($(#[doc = $tooltip] $name,)+)+)+
        }

        impl Command {
            const fn about(self) -> About {
                match self {
                    $($($(Self::$name => About { text: $text, tooltip: $tooltip, keys: &const { [$($keys),*] } },)+)+)+
                }
            }
        }

        impl Menu {
            /// All, from left to right.
            pub const ALL: [Self; [$(Self::$menu),+].len()] = [$(Self::$menu),+];

            /// Its commands, in groups with a line between them.
            pub fn groups(self) -> &'static [&'static [Command]] {
                match self {
                    $(Self::$menu => &[$(&[$(Command::$name),+]),+],)+
                }
            }
        }
    };
}

commands! {
    File {
        {
            New: english!("New plan…"), [ctrl(Key::N)], english!("Start a plan from the worked example of a concern");
            Open: english!("Open…"), [ctrl(Key::O)], english!("Open a plan from disk");
            Due: english!("What is due…"), [ctrl_shift(Key::G)],
                english!("See what is due over the plans of a folder: answers, sessions, upkeep, packages");
        }
        {
            Save: english!("Save"), [ctrl(Key::S)], english!("Save this plan");
            SaveAs: english!("Save as…"), [ctrl_shift(Key::S)], english!("Save this plan under another name");
        }
        {
            Sheet: english!("Consultation sheet…"), [ctrl(Key::P)],
                english!("See the budget summary page by page; open, save or print it");
            Export: english!("Export…"), [ctrl(Key::E)],
                english!("Write a table, a chart or the calendar of sessions to a file");
        }
        {
            Issue: english!("Issue…"), [ctrl(Key::I)],
                english!("Hand this plan out: its number, dates and prices are kept, and it can no longer be changed");
            RecordAnswer: english!("Client's answer…"), [ctrl_shift(Key::A)],
                english!("Record or correct what the client said to the issued plan");
            Revise: english!("Revise"), [ctrl_shift(Key::R)],
                english!("Change the issued plan again, as its next revision at the prices of today");
            AbandonRevision: english!("Abandon revision"), [],
                english!("Give the issued plan back as it was; undo brings the revision back");
            PricesSince: english!("Prices changed since…"), [],
                english!("What the issued plan would cost at the prices of today");
            Progress: english!("How it goes on…"), [ctrl(Key::G)],
                english!("Note what really happened, and see how the plan goes on from there");
            Record: english!("Record of the plan…"), [ctrl_shift(Key::I)],
                english!("What was issued of this plan and what became of it, to print again, and who wrote down what");
        }
        {
            Protect: english!("Protect with a passphrase…"), [],
                english!("Encrypt the file of this plan, or of all plans in its folder; change the passphrase or take it off");
            Forget: english!("Forget this client…"), [],
                english!("Delete this plan and everything that is kept of it, after a list of what that is");
        }
        {
            Quit: english!("Quit"), [ctrl(Key::Q)], english!("Close the window; unsaved work is asked about");
        }
    }
    Edit {
        {
            Undo: english!("Undo"), [ctrl(Key::Z)], english!("Take the last change back");
            Redo: english!("Redo"), [ctrl_shift(Key::Z), ctrl(Key::Y)], english!("Make the last undone change again");
        }
        {
            CopyComparison: english!("Copy the comparison"), [],
                english!("Copy the comparison as a table that a spreadsheet pastes well");
            CopyLedger: english!("Copy the ledger"), [],
                english!("Copy everything paid as a table that a spreadsheet pastes well");
            CopyChartData: english!("Copy the chart data"), [],
                english!("Copy what the charts show as a table that a spreadsheet pastes well");
        }
        {
            FindPlan: english!("Find a plan…"), [ctrl(Key::F)],
                english!("Look for the plans that reach most for the money, within what may be spent and what must be kept to");
        }
        {
            ReadCalendar: english!("Keep days of a calendar free…"), [],
                english!("Take holidays and shifts from a calendar file (.ics): sessions move out of their way");
        }
        {
            PriceList: english!("Price list…"), [ctrl(Key::L)],
                english!("The clinic's own prices, usual courses, intervals, tax and discount");
            ImportPrices: english!("Import price list…"), [],
                english!("Take a price list from a table (XLSX, CSV), after a look at what it would change");
            ExportPrices: english!("Export price list…"), [],
                english!("Write the price list as a table (XLSX, CSV), to fill in elsewhere or to keep");
        }
    }
    Option {
        {
            AddOption: english!("Add option"), [ctrl_shift(Key::N)], english!("Add a further option, up to six");
            DuplicateOption: english!("Duplicate option"), [ctrl(Key::D)], english!("Add a copy of the selected option");
            KeepTemplate: english!("Keep as a template"), [],
                english!("Keep what the selected option gives and when, without its prices, as a template in the price list");
            HideOption: english!("Hide option"), [ctrl_shift(Key::H)],
                english!("Keep the selected option in the plan, but neither compare nor print it");
            MoveOptionUp: english!("Move option up"), [alt_shift(Key::ArrowUp)],
                english!("Put the selected option before the one above it");
            MoveOptionDown: english!("Move option down"), [alt_shift(Key::ArrowDown)],
                english!("Put the selected option behind the one below it");
            RemoveOption: english!("Remove option"), [], english!("Take the selected option out; undo brings it back");
        }
        {
            CopyOption: english!("Copy option"), [ctrl_shift(Key::C)],
                english!("Copy the selected option, to paste it into this or another plan");
            PasteOption: english!("Paste option"), [ctrl_shift(Key::V)],
                english!("Add the option that was copied last, from this or another plan");
        }
        {
            Option1: english!("First option"), [ctrl(Key::Num1)], english!("Select the first option of the list");
            Option2: english!("Second option"), [ctrl(Key::Num2)], english!("Select the second option of the list");
            Option3: english!("Third option"), [ctrl(Key::Num3)], english!("Select the third option of the list");
            Option4: english!("Fourth option"), [ctrl(Key::Num4)], english!("Select the fourth option of the list");
            Option5: english!("Fifth option"), [ctrl(Key::Num5)], english!("Select the fifth option of the list");
            Option6: english!("Sixth option"), [ctrl(Key::Num6)], english!("Select the sixth option of the list");
        }
    }
    View {
        {
            ChartTables: english!("Charts as a table"), [ctrl(Key::T)],
                english!("Show what both charts hold as a table, date by date");
            Enlarge: english!("Enlarge improvement"), [],
                english!("Draw improvement up to the highest value there is, and not to 100%");
            StopHere: english!("If it stops here"), [alt(Key::S)],
                english!("Show what has been paid and what stays of the result if the selected option stops on a day");
            LookCloser: english!("Look closer"), [alt(Key::ArrowUp)],
                english!("Show a shorter stretch of time in the charts");
            LookFurther: english!("Look further"), [alt(Key::ArrowDown)],
                english!("Show a longer stretch of time in the charts");
            LookEarlier: english!("Earlier"), [alt(Key::ArrowLeft)], english!("Move the charts to an earlier time");
            LookLater: english!("Later"), [alt(Key::ArrowRight)], english!("Move the charts to a later time");
            LookAtAll: english!("Whole plan"), [alt(Key::Home)], english!("Show the whole plan in the charts");
        }
        {
            ClientView: english!("Client view"), [only(Key::F11)],
                english!("Large text and results only, without the clinic's side");
        }
        {
            NextPane: english!("Next pane"), [only(Key::F6)], english!("Go to the next part of the window");
            PaneBefore: english!("Pane before"), [shift(Key::F6)], english!("Go to the part of the window before");
        }
        {
            ZoomIn: english!("Larger"), [ctrl(Key::Plus), ctrl(Key::Equals)], english!("Make text and controls larger");
            ZoomOut: english!("Smaller"), [ctrl(Key::Minus)], english!("Make text and controls smaller");
            ZoomReset: english!("Usual size"), [ctrl(Key::Num0)], english!("Text and controls at their usual size");
        }
        {
            ThemeSystem: english!("Theme of the desktop"), [], english!("Light or dark as the desktop is set");
            ThemeLight: english!("Light theme"), [], english!("Always light");
            ThemeDark: english!("Dark theme"), [], english!("Always dark");
        }
        {
            Language: english!("Language and country…"), [],
                english!("The language of all texts, and how amounts and dates are written");
        }
    }
    Help {
        {
            Palette: english!("Find a command…"), [ctrl(Key::K)], english!("Find any command by its name");
        }
        {
            Tour: english!("Two-minute tour"), [only(Key::F1)], english!("What this window shows, in two minutes");
            Shortcuts: english!("Keyboard shortcuts"), [ctrl(Key::Slash)],
                english!("The keys of every command, and of charts and table");
            Evidence: english!("Evidence and limits"), [],
                english!("Sources, contradictions and what the numbers do not say");
        }
        {
            Licences: english!("Licences"), [], english!("The licences of the program and of what it is built from");
            About: english!("About Collagen Ledger"), [], english!("Version, model and catalogue");
        }
    }
}

/// The command whose keys were just pressed, if any. Longer combinations go first, so that Ctrl+Shift+S is not Ctrl+S.
pub fn pressed(ctx: &egui::Context) -> Option<Command> {
    let mut keys: Vec<(Command, KeyboardShortcut)> =
        Command::all().flat_map(|command| command.shortcuts().iter().map(move |keys| (command, *keys))).collect();
    keys.sort_by_key(|(_, keys)| !keys.modifiers.shift);
    let (command, keys) = ctx.input_mut(|input| keys.into_iter().find(|(_, keys)| input.consume_shortcut(keys)))?;
    focus::command_given(ctx, keys.modifiers);
    Some(command)
}
