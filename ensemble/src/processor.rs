//! What the processor at hand can do.

/// The widest instructions there are. They change how long it takes, and not a bit of what comes out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Processor(pub(crate) pulp::Arch);

impl Processor {
    /// The one that runs this.
    pub fn detected() -> Self {
        Self(pulp::Arch::new())
    }

    /// Any processor of its kind.
    pub fn plain() -> Self {
        Self(pulp::Arch::Scalar)
    }
}
