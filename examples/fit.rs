//! Works out from published trials how strong each treatment is and how far clinics and people differ, checks how well a
//! trial left out would have been foreseen, and sets all of it beside what the catalogue says.
//!
//!     cargo run --release --example fit

#[path = "fit/mod.rs"]
mod fit;

fn main() -> anyhow::Result<()> {
    print!("{}", fit::report()?);
    Ok(())
}
