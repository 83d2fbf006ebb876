//! The clinic's details as they are being changed.

use crate::clinic::Clinic;
use crate::locale::{tr, trn};
use crate::report::sheet::Logo;
use crate::storage::ClinicFile;
use std::path::PathBuf;

/// Declares the details that are typed as text, in the order of the form: what each is called, whether it has several lines, and
/// where the form keeps it.
macro_rules! details {
    ($($(#[$doc:meta])* $detail:ident: $name:expr, $is_long:literal, $($kept:ident).+;)*) => {
        /// A detail of the clinic that is typed as text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Detail {
            $($(#[$doc])* $detail,)*
        }

        impl Detail {
            /// All, in the order of the form.
            pub const ALL: &'static [Self] = &[$(Self::$detail,)*];

            /// As shown.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$detail => $name,)*
                }
            }

            /// Whether it has several lines.
            pub fn is_long(self) -> bool {
                match self {
                    $(Self::$detail => $is_long,)*
                }
            }
        }

        impl ClinicForm {
            /// A detail as typed.
            pub fn get(&self, detail: Detail) -> &str {
                match detail {
                    $(Detail::$detail => &self.$($kept).+,)*
                }
            }

            fn get_mut(&mut self, detail: Detail) -> &mut String {
                match detail {
                    $(Detail::$detail => &mut self.$($kept).+,)*
                }
            }
        }
    };
}

details! {
    /// What the clinic is called.
    Name: tr!("Clinic name"), false, clinic.name;
    /// Its address, line by line.
    Address: tr!("Address"), true, address;
    /// Its telephone number.
    Phone: tr!("Phone"), false, clinic.phone;
    /// Its e-mail address.
    Email: tr!("E-mail"), false, clinic.email;
    /// Its page on the web.
    Web: tr!("Web page"), false, clinic.web;
    /// Who treats.
    Practitioner: tr!(in "clinic detail", "Practitioner"), false, clinic.practitioner;
    /// The registration.
    Registration: tr!("Registration"), false, clinic.registration;
    /// The tax id.
    TaxId: tr!("Tax id"), false, clinic.tax_id;
    /// Whom to ask.
    Contact: tr!("Whom to ask"), false, clinic.contact;
    /// The note at the top.
    Opening: tr!("Opening note"), true, clinic.opening;
    /// What the prices include.
    Included: tr!("Prices include"), true, clinic.included;
    /// What they do not include.
    NotIncluded: tr!("Not included"), true, clinic.not_included;
    /// What has to be paid in advance.
    Deposit: tr!("Deposit"), true, clinic.deposit;
    /// What holds when a visit is cancelled or moved.
    Cancellation: tr!("Cancellation"), true, clinic.cancellation;
}

/// The most characters of a short detail and of a line of the address.
pub(super) const SHORT: usize = 160;
/// The most characters of a detail of several lines.
pub(super) const LONG: usize = 1000;
/// The most lines of an address.
const LINES: usize = 6;

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

    /// The form with another text. Control characters, which a sheet cannot print, are left out.
    #[must_use]
    pub fn with(mut self, detail: Detail, text: &str) -> Self {
        let printed = |c: &char| !c.is_control() || (*c == '\n' && detail.is_long());
        *self.get_mut(detail) = text.chars().filter(printed).collect();
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
        for &detail in Detail::ALL {
            form = form.with(detail, &format!("this is {}\u{7}", detail.name()));
        }
        for &detail in Detail::ALL {
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
