//! What the program remembers between starts. Reading never fails: a broken setting costs only itself.

use super::author::Desk;
use super::disk::{Stamp, StorageError};
use super::presence::DeskName;
use super::shared::{Common, Sharing};
use super::token::Disk;
use super::write::{make_folder_of, write_private};
use crate::locale::{Locale, Pack, tr};
use crate::report::sheet::{Audience, Paper, Sides};
use crate::units::Currency;
use ron::Value;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Theme {
    /// As the desktop is set.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl From<Theme> for String {
    fn from(theme: Theme) -> Self {
        match theme {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
        .to_owned()
    }
}

impl TryFrom<String> for Theme {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let all = [Self::System, Self::Light, Self::Dark];
        all.into_iter().find(|theme| String::from(*theme) == text).ok_or(text)
    }
}

/// How many recent files are remembered.
const RECENT: usize = 10;
/// How many copies that were seen to are remembered.
const SEEN: usize = 100;

/// What the program remembers between starts.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// Size of text and controls, 1 being the usual.
    pub zoom: f32,
    /// Files opened or saved last, the newest first.
    pub recent: Vec<PathBuf>,
    /// Size of the window in points, if known.
    pub window: Option<(f32, f32)>,
    /// Width of the editor in points, if known.
    pub editor_width: Option<f32>,
    /// The share of the upper chart in the height of both, once it was changed.
    pub split: Option<f32>,
    /// The country whose notations are used, and the language.
    pub locale: LocaleChoice,
    /// How the last sheet was made.
    pub sheet: SheetSettings,
    /// What the desk is called in what happens to plans; empty before it has a name.
    pub desk: String,
    /// What other desks are told of this one.
    pub name: DeskName,
    /// The folder in which it shares the price list and the clinic's details.
    pub sharing: Sharing,
    /// What copies of plans held that somebody has seen to, the newest first: they are not offered again.
    pub seen_copies: Vec<Stamp>,
}

/// The country and the language that were chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocaleChoice {
    /// The id of the country whose notations are used; none follows the desktop.
    pub country: Option<String>,
    /// The code of the language of texts; none follows the country.
    pub language: Option<String>,
    /// The currency of new plans; none follows the country.
    pub currency: Option<Currency>,
}

impl LocaleChoice {
    /// The locale it stands for on a desktop with this language tag.
    pub fn on(&self, desktop: Option<&str>) -> Locale {
        Locale::chosen(self.country.as_deref(), self.language.as_deref(), desktop)
    }

    /// The currency of new plans where notations are those of this country.
    pub fn currency_in(&self, pack: &Pack) -> Currency {
        self.currency.or_else(|| Currency::from_code(&pack.currency)).unwrap_or(Currency::USD)
    }
}

/// How the last sheet was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetSettings {
    /// Whom it was for.
    pub audience: Audience,
    /// What it was printed on; none takes what is usual in the country.
    pub paper: Option<Paper>,
    /// For how many days it held, at most [`SheetSettings::LONGEST`].
    pub valid_days: u16,
    /// The printer that was chosen.
    pub printer: Option<String>,
    /// The sides of the paper that are printed on.
    pub sides: Sides,
}

impl SheetSettings {
    /// The most days a sheet may hold.
    pub const LONGEST: u16 = 366;
}

impl Default for SheetSettings {
    fn default() -> Self {
        Self { audience: Audience::default(), paper: None, valid_days: 30, printer: None, sides: Sides::default() }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            zoom: 1.0,
            recent: Vec::new(),
            window: None,
            editor_width: None,
            split: None,
            locale: LocaleChoice::default(),
            sheet: SheetSettings::default(),
            desk: String::new(),
            name: DeskName::default(),
            sharing: Sharing::default(),
            seen_copies: Vec::new(),
        }
    }
}

/// A setting that could not be read and has its usual value instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsWarning {
    /// The file cannot be read.
    #[error("{}", tr!("The settings cannot be read ({error}); the usual ones are used", error = .0))]
    Unreadable(String),
    /// The file holds no settings.
    #[error("{}", tr!("The settings file is damaged; the usual settings are used"))]
    Damaged,
    /// The setting of this name holds nothing of use.
    #[error("{}", tr!("The setting \"{name}\" is damaged; its usual value is used", name = .0))]
    Setting(String),
}

impl Settings {
    /// The desk that this is.
    pub fn here(&self) -> Desk {
        Desk { id: self.desk.clone(), name: self.name.clone() }
    }

    /// Reads the settings file. A missing one gives the usual settings and no warning.
    pub fn read(_: &Disk, path: &Path) -> (Self, Vec<SettingsWarning>) {
        match std::fs::read_to_string(path) {
            Ok(text) => Self::parse(&text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => (Self::default(), Vec::new()),
            Err(error) => (Self::default(), vec![SettingsWarning::Unreadable(error.to_string())]),
        }
    }

    /// Reads settings from text, setting by setting.
    pub fn parse(text: &str) -> (Self, Vec<SettingsWarning>) {
        let mut settings = Self::default();
        let Ok(values) = ron::from_str::<BTreeMap<String, Value>>(text) else {
            return (settings, vec![SettingsWarning::Damaged]);
        };
        let mut reader = Reader { values, warnings: Vec::new() };
        reader.take("theme", &mut settings.theme, |_| true);
        reader.take("zoom", &mut settings.zoom, |zoom| (0.5..=3.0).contains(zoom));
        reader.take("recent", &mut settings.recent, |recent| recent.len() <= RECENT);
        let sizes = |(one, other): (f32, f32)| [one, other].iter().all(|size| (200.0..20_000.0).contains(size));
        reader.take("window", &mut settings.window, |window| window.is_none_or(sizes));
        let is_width = |width: f32| (200.0..2_000.0).contains(&width);
        reader.take("editor_width", &mut settings.editor_width, |width| width.is_none_or(is_width));
        let is_share = |share: f32| (0.0..=1.0).contains(&share);
        reader.take("split", &mut settings.split, |share| share.is_none_or(is_share));
        // A language that was added and is gone is no damage.
        let is_code = |code: &String| !code.is_empty() && code.chars().count() <= 40;
        reader.take("country", &mut settings.locale.country, |code| code.as_ref().is_none_or(is_code));
        reader.take("currency", &mut settings.locale.currency, |_| true);
        reader.take("language", &mut settings.locale.language, |code| code.as_ref().is_none_or(is_code));
        reader.take_sheet(&mut settings.sheet);
        let is_name = |name: &String| name.chars().count() <= 40 && !name.chars().any(char::is_control);
        reader.take("desk", &mut settings.desk, is_name);
        reader.take("desk_name", &mut settings.name.desk, is_name);
        reader.take("initials", &mut settings.name.person, is_name);
        reader.take("shared_folder", &mut settings.sharing.folder, |_| true);
        let mut common = [None::<String>, None];
        reader.take("shared_list", &mut common[0], |_| true);
        reader.take("shared_clinic", &mut common[1], |_| true);
        let [list, clinic] = common.map(|text| Common::of_text(&text?));
        (settings.sharing.list, settings.sharing.clinic) = (list, clinic);
        let mut seen: Vec<String> = Vec::new();
        reader.take("seen_copies", &mut seen, |seen| seen.len() <= SEEN);
        settings.seen_copies = seen.iter().map(|stamp| Stamp::from(stamp.as_str())).collect();
        (settings, reader.warnings)
    }

    /// Writes the settings file, making its folder if need be.
    ///
    /// # Errors
    /// If the folder cannot be made or the file not written.
    pub fn write(&self, disk: &Disk, path: &Path) -> Result<(), StorageError> {
        let unwritable = |source| StorageError::Unwritable { path: path.to_owned(), source };
        make_folder_of(disk, path)?;
        let text = self.to_text().map_err(|error| unwritable(std::io::Error::other(error)))?;
        write_private(disk, path, text.as_bytes())
    }

    fn to_text(&self) -> Result<String, ron::Error> {
        let fields: BTreeMap<&str, Value> = [
            ("theme", to_value(&self.theme)?),
            ("zoom", to_value(&self.zoom)?),
            ("recent", to_value(&self.recent)?),
            ("window", to_value(&self.window)?),
            ("editor_width", to_value(&self.editor_width)?),
            ("split", to_value(&self.split)?),
            ("country", to_value(&self.locale.country)?),
            ("currency", to_value(&self.locale.currency)?),
            ("language", to_value(&self.locale.language)?),
            ("audience", to_value(&self.sheet.audience.id())?),
            ("paper", to_value(&self.sheet.paper.map(Paper::id))?),
            ("valid_days", to_value(&self.sheet.valid_days)?),
            ("printer", to_value(&self.sheet.printer)?),
            ("sides", to_value(&self.sheet.sides.id())?),
            ("desk", to_value(&self.desk)?),
            ("desk_name", to_value(&self.name.desk)?),
            ("initials", to_value(&self.name.person)?),
            ("shared_folder", to_value(&self.sharing.folder)?),
            ("shared_list", to_value(&self.sharing.list.map(Common::to_text))?),
            ("shared_clinic", to_value(&self.sharing.clinic.map(Common::to_text))?),
            ("seen_copies", to_value(&self.seen_copies.iter().map(Stamp::to_string).collect::<Vec<_>>())?),
        ]
        .into();
        ron::ser::to_string_pretty(&fields, ron::ser::PrettyConfig::new().new_line("\n"))
    }

    /// Puts a file in front of the recent ones.
    pub fn remember(&mut self, path: &Path) {
        // What is no text cannot be written down.
        if path.to_str().is_none() {
            return;
        }
        self.recent.retain(|other| other != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT);
    }

    /// Takes these out of the recent files; whether one of them was there.
    pub fn forget(&mut self, files: &[PathBuf]) -> bool {
        let before = self.recent.len();
        self.recent.retain(|recent| !files.contains(recent));
        self.recent.len() < before
    }

    /// Remembers that somebody has seen to a copy of a plan that held this.
    pub fn see(&mut self, copy: Stamp) {
        self.seen_copies.retain(|other| *other != copy);
        self.seen_copies.insert(0, copy);
        self.seen_copies.truncate(SEEN);
    }
}

fn to_value<T: Serialize>(value: &T) -> Result<Value, ron::Error> {
    ron::from_str(&ron::to_string(value)?).map_err(|error| error.code)
}

struct Reader {
    values: BTreeMap<String, Value>,
    warnings: Vec<SettingsWarning>,
}

impl Reader {
    fn take_sheet(&mut self, sheet: &mut SheetSettings) {
        let (mut audience, mut paper) =
            (sheet.audience.id().to_owned(), sheet.paper.map(|paper| paper.id().to_owned()));
        let audience_of = |id: &String| Audience::ALL.into_iter().find(|one| one.id() == id);
        let paper_of = |id: &String| Paper::ALL.into_iter().find(|one| one.id() == id);
        self.take("audience", &mut audience, |id| audience_of(id).is_some());
        self.take("paper", &mut paper, |id| id.as_ref().is_none_or(|id| paper_of(id).is_some()));
        sheet.audience = audience_of(&audience).unwrap_or_default();
        sheet.paper = paper.as_ref().and_then(paper_of);
        self.take("valid_days", &mut sheet.valid_days, |days| *days <= SheetSettings::LONGEST);
        let plausible = |name: &String| !name.is_empty() && name.chars().count() <= 200;
        self.take("printer", &mut sheet.printer, |name| name.as_ref().is_none_or(plausible));
        let mut sides = sheet.sides.id().to_owned();
        let sides_of = |id: &String| Sides::ALL.into_iter().find(|one| one.id() == id);
        self.take("sides", &mut sides, |id| sides_of(id).is_some());
        sheet.sides = sides_of(&sides).unwrap_or_default();
    }

    fn take<T: for<'de> Deserialize<'de>>(&mut self, name: &str, setting: &mut T, valid: impl Fn(&T) -> bool) {
        let Some(value) = self.values.remove(name) else { return };
        match value.into_rust::<T>() {
            Ok(read) if valid(&read) => *setting = read,
            _ => self.warnings.push(SettingsWarning::Setting(name.to_owned())),
        }
    }
}
