//! One list of commands for menus, shortcuts, the palette and the list of shortcuts.

use egui::{Key, KeyboardShortcut, Modifiers};

/// Something the program can be told to do, apart from edits of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// A new plan from the worked example of a concern.
    New,
    /// Open a plan.
    Open,
    /// Save the plan.
    Save,
    /// Save the plan under another name.
    SaveAs,
    /// Show the consultation sheet page by page, to open, save or print it.
    Sheet,
    /// A table, a chart or a calendar as a file.
    Export,
    /// Hand the plan out: its number, dates and prices are kept.
    Issue,
    /// What the client said to the issued plan.
    RecordAnswer,
    /// Let the issued plan be changed again.
    Revise,
    /// What was issued in place of its revision.
    AbandonRevision,
    /// What has changed in the prices since the plan was issued.
    PricesSince,
    /// What was issued so far, and what became of it.
    Record,
    /// Close the window.
    Quit,
    /// Take the last step back.
    Undo,
    /// Make the last undone step again.
    Redo,
    /// The clinic's own prices, courses and intervals, in place of the plan.
    PriceList,
    /// A price list from a table, after a look at what it would change.
    ImportPrices,
    /// The price list as a table.
    ExportPrices,
    /// A further option.
    AddOption,
    /// A copy of the selected option.
    DuplicateOption,
    /// Set the selected option aside, or take it back.
    HideOption,
    /// The selected option one place up.
    MoveOptionUp,
    /// The selected option one place down.
    MoveOptionDown,
    /// Take the selected option out.
    RemoveOption,
    /// The selected option to the clipboard.
    CopyOption,
    /// The option on the clipboard into this plan.
    PasteOption,
    /// The comparison to the clipboard.
    CopyComparison,
    /// What is paid to the clipboard.
    CopyLedger,
    /// What the charts show to the clipboard.
    CopyChartData,
    /// The charts as a table, or as charts again.
    ChartTables,
    /// A shorter stretch of time in the charts.
    LookCloser,
    /// A longer stretch of time in the charts.
    LookFurther,
    /// An earlier stretch of time in the charts.
    LookEarlier,
    /// A later stretch of time in the charts.
    LookLater,
    /// The whole plan in the charts.
    LookAtAll,
    /// Large text and results only, for a client to look at.
    ClientView,
    /// Larger text.
    ZoomIn,
    /// Smaller text.
    ZoomOut,
    /// Text as usual.
    ZoomReset,
    /// The theme of the desktop.
    ThemeSystem,
    /// The light theme.
    ThemeLight,
    /// The dark theme.
    ThemeDark,
    /// The language of texts and the country of notations.
    Language,
    /// Find any command by its name.
    Palette,
    /// The two-minute tour.
    Tour,
    /// The keys of all commands.
    Shortcuts,
    /// The evidence behind the figures.
    Evidence,
    /// The licences of the program and of what it is built from.
    Licences,
    /// Version, model and catalogue.
    About,
}

/// A group of commands, a menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    /// Files.
    File,
    /// Changes of the plan.
    Edit,
    /// How things are shown.
    View,
    /// Explanations.
    Help,
}

impl Menu {
    /// All, from left to right.
    pub const ALL: [Self; 4] = [Self::File, Self::Edit, Self::View, Self::Help];

    /// As shown.
    pub fn name(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::View => "View",
            Self::Help => "Help",
        }
    }

    /// Its commands, in groups with a line between them.
    pub fn groups(self) -> &'static [&'static [Command]] {
        use Command as C;
        match self {
            Self::File => &[
                &[C::New, C::Open],
                &[C::Save, C::SaveAs],
                &[C::Sheet, C::Export],
                &[C::Issue, C::RecordAnswer, C::Revise, C::AbandonRevision, C::PricesSince, C::Record],
                &[C::Quit],
            ],
            Self::Edit => &[
                &[C::Undo, C::Redo],
                &[C::AddOption, C::DuplicateOption, C::HideOption, C::MoveOptionUp, C::MoveOptionDown, C::RemoveOption],
                &[C::CopyOption, C::PasteOption],
                &[C::CopyComparison, C::CopyLedger, C::CopyChartData],
                &[C::PriceList, C::ImportPrices, C::ExportPrices],
            ],
            Self::View => &[
                &[C::ChartTables, C::LookCloser, C::LookFurther, C::LookEarlier, C::LookLater, C::LookAtAll],
                &[C::ClientView],
                &[C::ZoomIn, C::ZoomOut, C::ZoomReset],
                &[C::ThemeSystem, C::ThemeLight, C::ThemeDark],
                &[C::Language],
            ],
            Self::Help => &[&[C::Palette], &[C::Tour, C::Shortcuts, C::Evidence], &[C::Licences, C::About]],
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

const fn about(text: &'static str, tooltip: &'static str, keys: &'static [KeyboardShortcut]) -> About {
    About { text, tooltip, keys }
}

const fn only(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
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
        self.about().text
    }

    /// One sentence on what it does.
    pub fn tooltip(self) -> &'static str {
        self.about().tooltip
    }

    /// The keys that give it. Several may do the same; the first is shown.
    pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
        self.about().keys
    }

    #[rustfmt::skip]
    const fn about(self) -> About {
        match self {
            Self::New => about("New plan…", "Start a plan from the worked example of a concern", &const { [ctrl(Key::N)] }),
            Self::Open => about("Open…", "Open a plan from disk", &const { [ctrl(Key::O)] }),
            Self::Save => about("Save", "Save this plan", &const { [ctrl(Key::S)] }),
            Self::SaveAs => about("Save as…", "Save this plan under another name", &const { [ctrl_shift(Key::S)] }),
            Self::Sheet => about("Consultation sheet…", "See the budget summary page by page; open, save or print it", &const { [ctrl(Key::P)] }),
            Self::Export => about("Export…", "Write a table, a chart or the calendar of sessions to a file", &const { [ctrl(Key::E)] }),
            Self::Issue => about("Issue…", "Hand this plan out: its number, dates and prices are kept, and it can no longer be changed", &const { [ctrl(Key::I)] }),
            Self::RecordAnswer => about("Client's answer…", "Record or correct what the client said to the issued plan", &const { [ctrl_shift(Key::A)] }),
            Self::Revise => about("Revise", "Change the issued plan again, as its next revision at the prices of today", &const { [ctrl_shift(Key::R)] }),
            Self::AbandonRevision => about("Abandon revision", "Give the issued plan back as it was; undo brings the revision back", &[]),
            Self::PricesSince => about("Prices changed since…", "What the issued plan would cost at the prices of today", &[]),
            Self::Record => about("Record of issues…", "What was issued of this plan and what became of it, to print again", &const { [ctrl_shift(Key::I)] }),
            Self::Quit => about("Quit", "Close the window; unsaved work is asked about", &const { [ctrl(Key::Q)] }),
            Self::Undo => about("Undo", "Take the last change back", &const { [ctrl(Key::Z)] }),
            Self::Redo => about("Redo", "Make the last undone change again", &const { [ctrl_shift(Key::Z), ctrl(Key::Y)] }),
            Self::PriceList => about("Price list…", "The clinic's own prices, usual courses, intervals, tax and discount", &const { [ctrl(Key::L)] }),
            Self::ImportPrices => about("Import price list…", "Take a price list from a CSV table, after a look at what it would change", &[]),
            Self::ExportPrices => about("Export price list…", "Write the price list as a CSV table, to fill in elsewhere or to keep", &[]),
            Self::AddOption => about("Add option", "Add a further option, up to six", &const { [ctrl_shift(Key::N)] }),
            Self::DuplicateOption => about("Duplicate option", "Add a copy of the selected option", &const { [ctrl(Key::D)] }),
            Self::HideOption => about("Hide option", "Keep the selected option in the plan, but neither compare nor print it", &const { [ctrl_shift(Key::H)] }),
            Self::MoveOptionUp => about("Move option up", "Put the selected option before the one above it", &const { [alt_shift(Key::ArrowUp)] }),
            Self::MoveOptionDown => about("Move option down", "Put the selected option behind the one below it", &const { [alt_shift(Key::ArrowDown)] }),
            Self::RemoveOption => about("Remove option", "Take the selected option out; undo brings it back", &[]),
            Self::CopyOption => about("Copy option", "Copy the selected option, to paste it into this or another plan", &const { [ctrl_shift(Key::C)] }),
            Self::CopyComparison => about("Copy the comparison", "Copy the comparison as a table that a spreadsheet pastes well", &[]),
            Self::CopyLedger => about("Copy the ledger", "Copy everything paid as a table that a spreadsheet pastes well", &[]),
            Self::CopyChartData => about("Copy the chart data", "Copy what the charts show as a table that a spreadsheet pastes well", &[]),
            Self::PasteOption => about("Paste option", "Add the option that was copied last, from this or another plan", &const { [ctrl_shift(Key::V)] }),
            Self::ChartTables => about("Charts as a table", "Show what both charts hold as a table, date by date", &const { [ctrl(Key::T)] }),
            Self::LookCloser => about("Look closer", "Show a shorter stretch of time in the charts", &const { [alt(Key::ArrowUp)] }),
            Self::LookFurther => about("Look further", "Show a longer stretch of time in the charts", &const { [alt(Key::ArrowDown)] }),
            Self::LookEarlier => about("Earlier", "Move the charts to an earlier time", &const { [alt(Key::ArrowLeft)] }),
            Self::LookLater => about("Later", "Move the charts to a later time", &const { [alt(Key::ArrowRight)] }),
            Self::LookAtAll => about("Whole plan", "Show the whole plan in the charts", &const { [alt(Key::Home)] }),
            Self::ClientView => about("Client view", "Large text and results only, without the clinic's side", &const { [only(Key::F11)] }),
            Self::ZoomIn => about("Larger", "Make text and controls larger", &const { [ctrl(Key::Plus), ctrl(Key::Equals)] }),
            Self::ZoomOut => about("Smaller", "Make text and controls smaller", &const { [ctrl(Key::Minus)] }),
            Self::ZoomReset => about("Usual size", "Text and controls at their usual size", &const { [ctrl(Key::Num0)] }),
            Self::ThemeSystem => about("Theme of the desktop", "Light or dark as the desktop is set", &[]),
            Self::ThemeLight => about("Light theme", "Always light", &[]),
            Self::ThemeDark => about("Dark theme", "Always dark", &[]),
            Self::Language => about("Language and country…", "The language of all texts, and how amounts and dates are written", &[]),
            Self::Palette => about("Find a command…", "Find any command by its name", &const { [ctrl(Key::K)] }),
            Self::Tour => about("Two-minute tour", "What this window shows, in two minutes", &const { [only(Key::F1)] }),
            Self::Shortcuts => about("Keyboard shortcuts", "The keys of every command, and of charts and table", &const { [ctrl(Key::Slash)] }),
            Self::Evidence => about("Evidence and limits", "Sources, contradictions and what the numbers do not say", &[]),
            Self::Licences => about("Licences", "The licences of the program and of what it is built from", &[]),
            Self::About => about("About Collagen Ledger", "Version, model and catalogue", &[]),
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
