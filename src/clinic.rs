//! Who hands a sheet out: the clinic's particulars and its own words on terms, set once and kept with every issue.

/// A clinic as its sheets show it. Whatever is empty is not printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clinic {
    /// What the clinic is called.
    pub name: String,
    /// Its address, line by line.
    pub address: Vec<String>,
    /// Its telephone number.
    pub phone: String,
    /// Its e-mail address.
    pub email: String,
    /// Its page on the web.
    pub web: String,
    /// Who treats.
    pub practitioner: String,
    /// The practitioner's or the clinic's registration, as the law of the place asks for it.
    pub registration: String,
    /// The clinic's tax id.
    pub tax_id: String,
    /// Whom to ask, and how to reach them.
    pub contact: String,
    /// A note at the top of the sheet.
    pub opening: String,
    /// What the prices include, in place of the sheet's own sentence.
    pub included: String,
    /// What they do not include, in place of the sheet's own sentence.
    pub not_included: String,
    /// What has to be paid in advance.
    pub deposit: String,
    /// What holds when a visit is cancelled or moved.
    pub cancellation: String,
}
