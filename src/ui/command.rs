//! One list of commands for menus, shortcuts and, later, the palette.

use egui::{Key, KeyboardShortcut, Modifiers};

/// Something the program can be told to do, apart from edits of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// A new plan: the worked example of the current concern.
    New,
    /// Open a plan.
    Open,
    /// Save the plan.
    Save,
    /// Save the plan under another name.
    SaveAs,
    /// Make the consultation sheet and open it in the system's viewer.
    Sheet,
    /// Close the window.
    Quit,
    /// Take the last step back.
    Undo,
    /// Make the last undone step again.
    Redo,
    /// A further option.
    AddOption,
    /// A copy of the selected option.
    DuplicateOption,
    /// Take the selected option out.
    RemoveOption,
    /// The theme of the desktop.
    ThemeSystem,
    /// The light theme.
    ThemeLight,
    /// The dark theme.
    ThemeDark,
    /// Larger text.
    ZoomIn,
    /// Smaller text.
    ZoomOut,
    /// Text as usual.
    ZoomReset,
    /// Large text and results only, for a client to look at.
    ClientView,
    /// Find any command by its name.
    Palette,
    /// The two-minute tour.
    Tour,
    /// The evidence behind the figures.
    Evidence,
    /// Version and licences.
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

    /// Its commands; none is a line between groups.
    pub fn commands(self) -> &'static [Option<Command>] {
        use Command as C;
        match self {
            Self::File => &[
                Some(C::New),
                Some(C::Open),
                None,
                Some(C::Save),
                Some(C::SaveAs),
                None,
                Some(C::Sheet),
                None,
                Some(C::Quit),
            ],
            Self::Edit => &[
                Some(C::Undo),
                Some(C::Redo),
                None,
                Some(C::AddOption),
                Some(C::DuplicateOption),
                Some(C::RemoveOption),
            ],
            Self::View => &[
                Some(C::ThemeSystem),
                Some(C::ThemeLight),
                Some(C::ThemeDark),
                None,
                Some(C::ClientView),
                None,
                Some(C::ZoomIn),
                Some(C::ZoomOut),
                Some(C::ZoomReset),
            ],
            Self::Help => &[Some(C::Palette), None, Some(C::Tour), Some(C::Evidence), None, Some(C::About)],
        }
    }
}

impl Command {
    /// Every command, menu by menu.
    pub fn all() -> impl Iterator<Item = Self> {
        Menu::ALL.into_iter().flat_map(|menu| menu.commands().iter().copied().flatten())
    }

    /// As shown; `…` where more input follows.
    pub fn text(self) -> &'static str {
        match self {
            Self::New => "New plan…",
            Self::Open => "Open…",
            Self::Save => "Save",
            Self::SaveAs => "Save as…",
            Self::Sheet => "Consultation sheet",
            Self::Quit => "Quit",
            Self::Undo => "Undo",
            Self::Redo => "Redo",
            Self::AddOption => "Add option",
            Self::DuplicateOption => "Duplicate option",
            Self::RemoveOption => "Remove option",
            Self::ThemeSystem => "Theme of the desktop",
            Self::ThemeLight => "Light theme",
            Self::ThemeDark => "Dark theme",
            Self::ZoomIn => "Larger",
            Self::ZoomOut => "Smaller",
            Self::ZoomReset => "Usual size",
            Self::ClientView => "Client view",
            Self::Palette => "Find a command…",
            Self::Tour => "Two-minute tour",
            Self::Evidence => "Evidence and limits",
            Self::About => "About Collagen Ledger",
        }
    }

    /// One sentence on what it does.
    pub fn tooltip(self) -> &'static str {
        match self {
            Self::New => "Start a plan from the worked example of a concern",
            Self::Open => "Open a plan from disk",
            Self::Save => "Save this plan",
            Self::SaveAs => "Save this plan under another name",
            Self::Sheet => "Make the budget summary as a PDF and open it to print",
            Self::Quit => "Close the window; unsaved work is asked about",
            Self::Undo => "Take the last change back",
            Self::Redo => "Make the last undone change again",
            Self::AddOption => "Add a further option, up to six",
            Self::DuplicateOption => "Add a copy of the selected option",
            Self::RemoveOption => "Take the selected option out; undo brings it back",
            Self::ThemeSystem => "Light or dark as the desktop is set",
            Self::ThemeLight => "Always light",
            Self::ThemeDark => "Always dark",
            Self::ZoomIn => "Make text and controls larger",
            Self::ZoomOut => "Make text and controls smaller",
            Self::ZoomReset => "Text and controls at their usual size",
            Self::ClientView => "Large text and results only, without the clinic's side",
            Self::Palette => "Find any command by its name",
            Self::Tour => "What this window shows, in two minutes",
            Self::Evidence => "Sources, contradictions and what the numbers do not say",
            Self::About => "Version, model, catalogue and licences",
        }
    }

    /// The keys that give it. Several may do the same; the first is shown.
    pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
        const fn command(key: Key) -> KeyboardShortcut {
            KeyboardShortcut::new(Modifiers::COMMAND, key)
        }
        const fn command_shift(key: Key) -> KeyboardShortcut {
            KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
        }
        match self {
            Self::New => &const { [command(Key::N)] },
            Self::Open => &const { [command(Key::O)] },
            Self::Save => &const { [command(Key::S)] },
            Self::SaveAs => &const { [command_shift(Key::S)] },
            Self::Sheet => &const { [command(Key::P)] },
            Self::Quit => &const { [command(Key::Q)] },
            Self::Undo => &const { [command(Key::Z)] },
            Self::Redo => &const { [command_shift(Key::Z), command(Key::Y)] },
            Self::AddOption => &const { [command_shift(Key::N)] },
            Self::DuplicateOption => &const { [command(Key::D)] },
            Self::ZoomIn => &const { [command(Key::Plus), command(Key::Equals)] },
            Self::ZoomOut => &const { [command(Key::Minus)] },
            Self::ZoomReset => &const { [command(Key::Num0)] },
            Self::ClientView => &const { [KeyboardShortcut::new(Modifiers::NONE, Key::F11)] },
            Self::Palette => &const { [command(Key::K)] },
            Self::Tour => &const { [KeyboardShortcut::new(Modifiers::NONE, Key::F1)] },
            Self::RemoveOption
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::Evidence
            | Self::About => &[],
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
