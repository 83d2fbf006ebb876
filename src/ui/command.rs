//! One list of commands for menus, shortcuts, the palette and the list of shortcuts.

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
/// So none is without a place in a menu, in the palette and in the list of keys. The texts stand in `mark!` for those who collect what is to be translated.
macro_rules! commands {
    ($($menu:ident {
        $({ $($name:ident: mark!($text:literal), [$($keys:expr),*], mark!($tooltip:literal);)+ })+
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
            New: mark!("New plan…"), [ctrl(Key::N)], mark!("Start a plan from the worked example of a concern");
            Open: mark!("Open…"), [ctrl(Key::O)], mark!("Open a plan from disk");
        }
        {
            Save: mark!("Save"), [ctrl(Key::S)], mark!("Save this plan");
            SaveAs: mark!("Save as…"), [ctrl_shift(Key::S)], mark!("Save this plan under another name");
        }
        {
            Sheet: mark!("Consultation sheet…"), [ctrl(Key::P)],
                mark!("See the budget summary page by page; open, save or print it");
            Export: mark!("Export…"), [ctrl(Key::E)],
                mark!("Write a table, a chart or the calendar of sessions to a file");
        }
        {
            Issue: mark!("Issue…"), [ctrl(Key::I)],
                mark!("Hand this plan out: its number, dates and prices are kept, and it can no longer be changed");
            RecordAnswer: mark!("Client's answer…"), [ctrl_shift(Key::A)],
                mark!("Record or correct what the client said to the issued plan");
            Revise: mark!("Revise"), [ctrl_shift(Key::R)],
                mark!("Change the issued plan again, as its next revision at the prices of today");
            AbandonRevision: mark!("Abandon revision"), [],
                mark!("Give the issued plan back as it was; undo brings the revision back");
            PricesSince: mark!("Prices changed since…"), [],
                mark!("What the issued plan would cost at the prices of today");
            Record: mark!("Record of issues…"), [ctrl_shift(Key::I)],
                mark!("What was issued of this plan and what became of it, to print again");
        }
        {
            Quit: mark!("Quit"), [ctrl(Key::Q)], mark!("Close the window; unsaved work is asked about");
        }
    }
    Edit {
        {
            Undo: mark!("Undo"), [ctrl(Key::Z)], mark!("Take the last change back");
            Redo: mark!("Redo"), [ctrl_shift(Key::Z), ctrl(Key::Y)], mark!("Make the last undone change again");
        }
        {
            CopyComparison: mark!("Copy the comparison"), [],
                mark!("Copy the comparison as a table that a spreadsheet pastes well");
            CopyLedger: mark!("Copy the ledger"), [],
                mark!("Copy everything paid as a table that a spreadsheet pastes well");
            CopyChartData: mark!("Copy the chart data"), [],
                mark!("Copy what the charts show as a table that a spreadsheet pastes well");
        }
        {
            PriceList: mark!("Price list…"), [ctrl(Key::L)],
                mark!("The clinic's own prices, usual courses, intervals, tax and discount");
            ImportPrices: mark!("Import price list…"), [],
                mark!("Take a price list from a CSV table, after a look at what it would change");
            ExportPrices: mark!("Export price list…"), [],
                mark!("Write the price list as a CSV table, to fill in elsewhere or to keep");
        }
    }
    Option {
        {
            AddOption: mark!("Add option"), [ctrl_shift(Key::N)], mark!("Add a further option, up to six");
            DuplicateOption: mark!("Duplicate option"), [ctrl(Key::D)], mark!("Add a copy of the selected option");
            HideOption: mark!("Hide option"), [ctrl_shift(Key::H)],
                mark!("Keep the selected option in the plan, but neither compare nor print it");
            MoveOptionUp: mark!("Move option up"), [alt_shift(Key::ArrowUp)],
                mark!("Put the selected option before the one above it");
            MoveOptionDown: mark!("Move option down"), [alt_shift(Key::ArrowDown)],
                mark!("Put the selected option behind the one below it");
            RemoveOption: mark!("Remove option"), [], mark!("Take the selected option out; undo brings it back");
        }
        {
            CopyOption: mark!("Copy option"), [ctrl_shift(Key::C)],
                mark!("Copy the selected option, to paste it into this or another plan");
            PasteOption: mark!("Paste option"), [ctrl_shift(Key::V)],
                mark!("Add the option that was copied last, from this or another plan");
        }
        {
            Option1: mark!("First option"), [ctrl(Key::Num1)], mark!("Select the first option of the list");
            Option2: mark!("Second option"), [ctrl(Key::Num2)], mark!("Select the second option of the list");
            Option3: mark!("Third option"), [ctrl(Key::Num3)], mark!("Select the third option of the list");
            Option4: mark!("Fourth option"), [ctrl(Key::Num4)], mark!("Select the fourth option of the list");
            Option5: mark!("Fifth option"), [ctrl(Key::Num5)], mark!("Select the fifth option of the list");
            Option6: mark!("Sixth option"), [ctrl(Key::Num6)], mark!("Select the sixth option of the list");
        }
    }
    View {
        {
            ChartTables: mark!("Charts as a table"), [ctrl(Key::T)],
                mark!("Show what both charts hold as a table, date by date");
            LookCloser: mark!("Look closer"), [alt(Key::ArrowUp)],
                mark!("Show a shorter stretch of time in the charts");
            LookFurther: mark!("Look further"), [alt(Key::ArrowDown)],
                mark!("Show a longer stretch of time in the charts");
            LookEarlier: mark!("Earlier"), [alt(Key::ArrowLeft)], mark!("Move the charts to an earlier time");
            LookLater: mark!("Later"), [alt(Key::ArrowRight)], mark!("Move the charts to a later time");
            LookAtAll: mark!("Whole plan"), [alt(Key::Home)], mark!("Show the whole plan in the charts");
        }
        {
            ClientView: mark!("Client view"), [only(Key::F11)],
                mark!("Large text and results only, without the clinic's side");
        }
        {
            NextPane: mark!("Next pane"), [only(Key::F6)], mark!("Go to the next part of the window");
            PaneBefore: mark!("Pane before"), [shift(Key::F6)], mark!("Go to the part of the window before");
        }
        {
            ZoomIn: mark!("Larger"), [ctrl(Key::Plus), ctrl(Key::Equals)], mark!("Make text and controls larger");
            ZoomOut: mark!("Smaller"), [ctrl(Key::Minus)], mark!("Make text and controls smaller");
            ZoomReset: mark!("Usual size"), [ctrl(Key::Num0)], mark!("Text and controls at their usual size");
        }
        {
            ThemeSystem: mark!("Theme of the desktop"), [], mark!("Light or dark as the desktop is set");
            ThemeLight: mark!("Light theme"), [], mark!("Always light");
            ThemeDark: mark!("Dark theme"), [], mark!("Always dark");
        }
        {
            Language: mark!("Language and country…"), [],
                mark!("The language of all texts, and how amounts and dates are written");
        }
    }
    Help {
        {
            Palette: mark!("Find a command…"), [ctrl(Key::K)], mark!("Find any command by its name");
        }
        {
            Tour: mark!("Two-minute tour"), [only(Key::F1)], mark!("What this window shows, in two minutes");
            Shortcuts: mark!("Keyboard shortcuts"), [ctrl(Key::Slash)],
                mark!("The keys of every command, and of charts and table");
            Evidence: mark!("Evidence and limits"), [],
                mark!("Sources, contradictions and what the numbers do not say");
        }
        {
            Licences: mark!("Licences"), [], mark!("The licences of the program and of what it is built from");
            About: mark!("About Collagen Ledger"), [], mark!("Version, model and catalogue");
        }
    }
}

/// The command whose keys were just pressed, if any. Longer combinations go first, so that Ctrl+Shift+S is not Ctrl+S.
pub fn pressed(ctx: &egui::Context) -> Option<Command> {
    let mut keys: Vec<(Command, KeyboardShortcut)> =
        Command::all().flat_map(|command| command.shortcuts().iter().map(move |keys| (command, *keys))).collect();
    keys.sort_by_key(|(_, keys)| !keys.modifiers.shift);
    ctx.input_mut(|input| keys.into_iter().find(|(_, keys)| input.consume_shortcut(keys)).map(|(command, _)| command))
}
