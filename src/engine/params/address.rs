//! Where a parameter stands.

use crate::catalog::{AddOnId, TreatmentId};

/// The place of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Address<'a> {
    /// Of the model as a whole.
    Rule(Rule),
    /// A factor of the client.
    Client(Client),
    /// Of the plan's concern.
    Concern(OfConcern),
    /// Of a treatment.
    Treatment(&'a TreatmentId, OfTreatment),
    /// The factor of an add-on on the amplitude of its session.
    AddOn(&'a AddOnId),
}

macro_rules! quantities {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $quantity:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$of])* $quantity,)*
        }

        impl $name {
            /// All, in order.
            pub const ALL: &[Self] = &[$(Self::$quantity,)*];
        }
    };
}

quantities! {
    /// A parameter of the model as a whole.
    Rule {
        /// The yearly rate at which the share that stays wears off.
        Wear,
        /// Which share of its gain a further treatment adds to the strongest one.
        Together,
        /// The amplitude that treatments are stated on: that of acne scars.
        ReferenceAmplitude,
        /// The needle length that amplitudes are stated for, in millimetres.
        ReferenceDepth,
        /// Up to this needle length nothing persists, in millimetres.
        SuperficialDepth,
        /// No ceiling is above this share of severity.
        CeilingLimit,
        /// The least the age factor may be.
        AgeLeast,
        /// The most the age factor may be.
        AgeMost,
        /// Yearly loss of collagen, as a share.
        CollagenLoss,
        /// The age from which collagen is lost, in years.
        CollagenLossFromAge,
        /// Months after a course's last session to which evidence reaches, where the treatment has no figure of its own.
        EvidenceMonths,
        /// Share of the ceiling from which an improvement is noticeable.
        Noticeable,
        /// Share of the peak under which the result is over.
        Lasting,
    }
}

quantities! {
    /// A factor of the client; only those that hold for this client have a value.
    Client {
        /// Change per year of age of amplitude and fade time, as an exponent.
        AgeRate,
        /// How bad it is, on the ceiling.
        Severity,
        /// Red stretch marks, on the amplitude.
        Red,
        /// Habits in the sun, on the amplitude.
        SunAmplitude,
        /// Habits in the sun, on the fade time.
        SunFade,
        /// Habits in the sun, on the yearly loss of collagen.
        SunLoss,
        /// Smoking, on the amplitude.
        SmokingAmplitude,
        /// Smoking, on the fade time.
        SmokingFade,
        /// Smoking, on the yearly loss of collagen.
        SmokingLoss,
    }
}

quantities! {
    /// A parameter of a concern under needling at the reference length.
    OfConcern {
        /// The gain of one session before saturation, as a share of severity.
        Amplitude,
        /// The most that can be gained, as a share of severity.
        Ceiling,
        /// The share that persists.
        Persistence,
        /// Fade time in months.
        FadeMonths,
        /// How much collagen loss adds to severity.
        AgeingWeight,
    }
}

quantities! {
    /// A parameter of a treatment, as on acne scars.
    OfTreatment {
        /// The gain of one session before saturation, as a share of severity.
        Amplitude,
        /// The gain of one session for the plan's concern, where it is the treatment's own: it holds unscaled.
        OwnAmplitude,
        /// The most that can be gained, where it is the treatment's own, as on scars; elsewhere the concern's holds.
        Ceiling,
        /// Build-up time in months.
        BuildMonths,
        /// The share that persists, where it is the treatment's own.
        Persistence,
        /// Fade time in months, where it is the treatment's own.
        FadeMonths,
        /// Fade time as a multiple of the concern's.
        FadeTimes,
        /// How steep the fade is.
        FadeShape,
        /// Days after which a further session counts in full.
        ReferenceGap,
        /// Months after a course's last session to which evidence reaches, where it is the treatment's own.
        EvidenceMonths,
        /// How well rolling scars respond, relative to the amplitude.
        Rolling,
        /// How well boxcar scars respond, relative to the amplitude.
        Boxcar,
        /// How well icepick scars respond, relative to the amplitude.
        Icepick,
    }
}
