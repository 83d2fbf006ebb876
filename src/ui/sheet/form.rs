//! The clinic's details as they are being changed.

use crate::clinic::Clinic;
use crate::locale::{tr, trn};
use crate::report::sheet::Logo;
use crate::storage::ClinicFile;
use std::path::PathBuf;

/// A detail of the clinic that is typed as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Detail {
    /// What the clinic is called.
    Name,
    /// Its address, line by line.
    Address,
    /// Its telephone number.
    Phone,
    /// Its e-mail address.
    Email,
    /// Its page on the web.
    Web,
    /// Who treats.
    Practitioner,
    /// The registration.
    Registration,
    /// The tax id.
    TaxId,
    /// Whom to ask.
    Contact,
    /// The note at the top.
    Opening,
    /// What the prices include.
    Included,
    /// What they do not include.
    NotIncluded,
    /// What has to be paid in advance.
    Deposit,
    /// What holds when a visit is cancelled or moved.
    Cancellation,
}

/// The most characters of a short detail and of a line of the address.
pub(super) const SHORT: usize = 160;
/// The most characters of a detail of several lines.
pub(super) const LONG: usize = 1000;
/// The most lines of an address.
const LINES: usize = 6;

impl Detail {
    /// All, in the order of the form.
    pub const ALL: [Self; 14] = [
        Self::Name,
        Self::Address,
        Self::Phone,
        Self::Email,
        Self::Web,
        Self::Practitioner,
        Self::Registration,
        Self::TaxId,
        Self::Contact,
        Self::Opening,
        Self::Included,
        Self::NotIncluded,
        Self::Deposit,
        Self::Cancellation,
    ];

    /// As shown.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => tr!("Clinic name"),
            Self::Address => tr!("Address"),
            Self::Phone => tr!("Phone"),
            Self::Email => tr!("E-mail"),
            Self::Web => tr!("Web page"),
            Self::Practitioner => tr!(in "clinic detail", "Practitioner"),
            Self::Registration => tr!("Registration"),
            Self::TaxId => tr!("Tax id"),
            Self::Contact => tr!("Whom to ask"),
            Self::Opening => tr!("Opening note"),
            Self::Included => tr!("Prices include"),
            Self::NotIncluded => tr!("Not included"),
            Self::Deposit => tr!("Deposit"),
            Self::Cancellation => tr!("Cancellation"),
        }
    }

    /// Whether it has several lines.
    pub fn is_long(self) -> bool {
        matches!(
            self,
            Self::Address | Self::Opening | Self::Included | Self::NotIncluded | Self::Deposit | Self::Cancellation
        )
    }
}

/// Which layout is taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// The one that is built in.
    #[default]
    BuiltIn,
    /// The clinic's own, a file of this name beside the clinic's file.
    Own(String),
    /// A file that will be copied there.
    From(PathBuf),
}

/// The clinic's details as they are being changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClinicForm {
    /// Everything but the address.
    clinic: Clinic,
    /// The address as typed.
    address: String,
    /// The clinic's sign.
    pub logo: Option<Logo>,
    /// Which layout is taken.
    pub layout: Layout,
    /// The logo's path as typed.
    pub logo_path: String,
    /// The layout's path as typed.
    pub layout_path: String,
    /// Why the logo or the layout that was named last cannot be taken, or why nothing was saved.
    pub problem: Option<String>,
    /// The file as it was read.
    before: ClinicFile,
}

impl ClinicForm {
    /// The form for what a clinic has set up.
    pub fn of(file: &ClinicFile) -> Self {
        let layout = file.template.clone().map_or(Layout::BuiltIn, Layout::Own);
        let address = file.clinic.address.join("\n");
        let (clinic, logo) = (file.clinic.clone(), file.logo.clone());
        Self { clinic, address, logo, layout, before: file.clone(), ..Self::default() }
    }

    /// A detail as typed.
    pub fn get(&self, detail: Detail) -> &str {
        let clinic = &self.clinic;
        match detail {
            Detail::Name => &clinic.name,
            Detail::Address => &self.address,
            Detail::Phone => &clinic.phone,
            Detail::Email => &clinic.email,
            Detail::Web => &clinic.web,
            Detail::Practitioner => &clinic.practitioner,
            Detail::Registration => &clinic.registration,
            Detail::TaxId => &clinic.tax_id,
            Detail::Contact => &clinic.contact,
            Detail::Opening => &clinic.opening,
            Detail::Included => &clinic.included,
            Detail::NotIncluded => &clinic.not_included,
            Detail::Deposit => &clinic.deposit,
            Detail::Cancellation => &clinic.cancellation,
        }
    }

    /// The form with another text. Control characters, which a sheet cannot print, are left out.
    #[must_use]
    pub fn with(mut self, detail: Detail, text: &str) -> Self {
        let printed = |c: &char| !c.is_control() || (*c == '\n' && detail.is_long());
        let text = text.chars().filter(printed).collect();
        let clinic = &mut self.clinic;
        match detail {
            Detail::Name => clinic.name = text,
            Detail::Address => self.address = text,
            Detail::Phone => clinic.phone = text,
            Detail::Email => clinic.email = text,
            Detail::Web => clinic.web = text,
            Detail::Practitioner => clinic.practitioner = text,
            Detail::Registration => clinic.registration = text,
            Detail::TaxId => clinic.tax_id = text,
            Detail::Contact => clinic.contact = text,
            Detail::Opening => clinic.opening = text,
            Detail::Included => clinic.included = text,
            Detail::NotIncluded => clinic.not_included = text,
            Detail::Deposit => clinic.deposit = text,
            Detail::Cancellation => clinic.cancellation = text,
        }
        self
    }

    /// The clinic as its sheets will show it: an address without empty lines at its end.
    pub fn clinic(&self) -> Clinic {
        let address = self.address.trim_end().lines().map(str::to_owned).collect();
        Clinic { address, ..self.clinic.clone() }
    }

    /// Whether there is anything to save.
    pub fn is_changed(&self) -> bool {
        let Self { before, layout, .. } = self;
        let same_layout = match layout {
            Layout::BuiltIn => before.template.is_none(),
            Layout::Own(name) => before.template.as_ref() == Some(name),
            Layout::From(_) => false,
        };
        !same_layout || self.logo != before.logo || self.clinic() != before.clinic
    }

    /// What keeps it from being saved, in one sentence.
    pub fn wrong(&self) -> Option<String> {
        let Clinic { address, .. } = self.clinic();
        if address.len() > LINES {
            return Some(trn!(
                address.len() as u64,
                "The address has {count} line; a letterhead takes at most {most}",
                "The address has {count} lines; a letterhead takes at most {most}",
                count = address.len(),
                most = LINES
            ));
        }
        let at = address.iter().position(|line| line.chars().count() > SHORT)?;
        Some(trn!(
            SHORT as u64,
            "Line {line} of the address has more than {most} character; shorten it",
            "Line {line} of the address has more than {most} characters; shorten it",
            line = at + 1,
            most = SHORT
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::{ClinicFile, ClinicForm, Detail};

    #[test]
    fn each_detail_is_its_own() {
        let mut form = ClinicForm::of(&ClinicFile::default());
        for detail in Detail::ALL {
            form = form.with(detail, &format!("this is {}\u{7}", detail.name()));
        }
        for detail in Detail::ALL {
            assert_eq!(form.get(detail), format!("this is {}", detail.name()));
        }
        assert!(form.is_changed());
        let again = ClinicForm::of(&ClinicFile { clinic: form.clinic(), ..ClinicFile::default() });
        assert!(!again.is_changed() && Detail::ALL.iter().all(|detail| again.get(*detail) == form.get(*detail)));
    }

    #[test]
    fn an_address_is_lines_and_too_many_are_refused() {
        let of = |address: &str| ClinicForm::default().with(Detail::Address, address);
        assert_eq!(of("1 High Street\nLeeds\n\n").clinic().address, ["1 High Street", "Leeds"]);
        assert_eq!(of("a\nb\nc\nd\ne\nf\n").wrong(), None);
        assert!(of("a\nb\nc\nd\ne\nf\ng").wrong().is_some_and(|said| said.contains("7 lines")));
        assert!(of(&format!("a\n{}", "b".repeat(161))).wrong().is_some_and(|said| said.contains("Line 2")));
    }
}
