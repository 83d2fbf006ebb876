//! Names by which files and code refer to rows of the catalogue.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id as written in files.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// A concern, such as `acne-scars`.
    ConcernId
}
id! {
    /// A treatment, such as `ablative-laser`.
    TreatmentId
}
id! {
    /// Something added to a session, such as `prp`.
    AddOnId
}
id! {
    /// A part of the body, such as `cheeks`.
    AreaId
}
id! {
    /// Something that may put a treatment off, such as `isotretinoin`.
    HoldId
}
id! {
    /// A statement, study, price, contradiction, document or piece of guidance of the evidence, such as `LON-01`.
    SourceId
}
