//! Lays out everything that a package of the program holds, as it stands on a Linux system: the one list of files that both
//! kinds of packages are made of.
//!
//!     cargo run --release --example package -- PROGRAM FOLDER
//!
//! `packaging/build` calls it and makes the packages.

use anyhow::{Context as _, Result};
use clap::CommandFactory as _;
use clap_complete::Shell;
use collagen_ledger::cli::Args;
use collagen_ledger::{app::APP_ID, catalog::Catalog};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// The sides of the icons in pixels, besides the one that scales.
const ICONS: [u32; 8] = [16, 24, 32, 48, 64, 128, 256, 512];

const NAME: &str = env!("CARGO_PKG_NAME");
const VERSION: &str = env!("CARGO_PKG_VERSION");

fn main() -> Result<()> {
    let mut given = std::env::args_os().skip(1).map(PathBuf::from);
    let (program, root) = given.next().zip(given.next()).context("usage: package PROGRAM FOLDER")?;
    let tree = Layout { share: root.join("usr/share"), root };
    let bin = tree.folder("bin")?;
    fs::copy(&program, bin.join(NAME)).with_context(|| format!("{} cannot be copied", program.display()))?;
    tree.entries()?;
    tree.icons()?;
    tree.manual()?;
    tree.completions()?;
    tree.papers()
}

/// Where things go.
struct Layout {
    root: PathBuf,
    share: PathBuf,
}

impl Layout {
    /// A folder below `usr`, which is made.
    fn folder(&self, path: &str) -> Result<PathBuf> {
        let folder = self.root.join("usr").join(path);
        fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        Ok(folder)
    }

    /// A file below `usr/share`, with the folders above it.
    fn write(&self, path: &str, text: impl AsRef<[u8]>) -> Result<()> {
        let file = self.share.join(path);
        fs::create_dir_all(file.parent().unwrap_or(Path::new("")))?;
        fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))
    }

    /// What the desktop is told of the program and of its files.
    fn entries(&self) -> Result<()> {
        let day = Catalog::built_in().reviewed.to_string();
        let filled = |text: &str| text.replace("@ID@", APP_ID).replace("@VERSION@", VERSION).replace("@DAY@", &day);
        let desktop = filled(include_str!("../packaging/linux/app.desktop"));
        self.write(&format!("applications/{APP_ID}.desktop"), desktop)?;
        let about = filled(include_str!("../packaging/linux/metainfo.xml"));
        self.write(&format!("metainfo/{APP_ID}.metainfo.xml"), about)?;
        self.write(&format!("mime/packages/{APP_ID}.xml"), filled(include_str!("../packaging/linux/mime.xml")))
    }

    /// The icon in every size, and the drawing itself.
    fn icons(&self) -> Result<()> {
        let drawing = include_str!("../assets/icon/collagen-ledger.svg");
        let tree = Tree::from_str(drawing, &Options::default())?;
        for side in ICONS {
            let mut pixels = Pixmap::new(side, side).context("an icon without pixels")?;
            #[expect(clippy::cast_precision_loss, reason = "a few hundred pixels")]
            let scale = side as f32 / tree.size().width();
            resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
            self.write(&format!("icons/hicolor/{side}x{side}/apps/{APP_ID}.png"), pixels.encode_png()?)?;
        }
        self.write(&format!("icons/hicolor/scalable/apps/{APP_ID}.svg"), drawing)
    }

    /// A page of the manual for each command, from the same source as `--help`.
    fn manual(&self) -> Result<()> {
        let (pages, day) = (self.folder("share/man/man1")?, Catalog::built_in().reviewed.to_string());
        clap_mangen::generate_to(Args::command(), &pages).context("the manual cannot be written")?;
        for page in fs::read_dir(pages)? {
            let page = page?.path();
            fs::write(&page, tidied(&fs::read_to_string(&page)?, &day))?;
        }
        Ok(())
    }

    fn completions(&self) -> Result<()> {
        for (shell, path) in [
            (Shell::Bash, format!("bash-completion/completions/{NAME}")),
            (Shell::Zsh, format!("zsh/vendor-completions/_{NAME}")),
            (Shell::Fish, format!("fish/vendor_completions.d/{NAME}.fish")),
        ] {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Args::command(), NAME, &mut script);
            self.write(&path, script)?;
        }
        Ok(())
    }

    /// Licences, changes, the hints for Debian's own checks, and what the program is built from.
    fn papers(&self) -> Result<()> {
        self.write(&format!("doc/{NAME}/copyright"), copyright())?;
        self.write(&format!("doc/{NAME}/changelog"), include_str!("../CHANGELOG.md"))?;
        self.write(&format!("lintian/overrides/{NAME}"), include_str!("../packaging/linux/lintian"))?;
        self.write(&format!("doc/{NAME}/sbom.cdx.json"), serde_json::to_string_pretty(&bill_of_materials())?)
    }
}

/// A page of the manual with its examples line by line as they are, and without what its readers skip.
fn tidied(page: &str, day: &str) -> String {
    let lines: Vec<&str> = page.lines().map(str::trim_end).collect();
    let mut tidy: Vec<String> = Vec::new();
    let mut is_as_it_is = false;
    for (at, line) in lines.iter().enumerate() {
        let beside = |other: Option<usize>| {
            other.and_then(|other| lines.get(other)).is_some_and(|line| [".sp", ""].contains(line))
        };
        if *line == ".br" && (beside(at.checked_sub(1)) || beside(Some(at + 1))) {
            continue;
        }
        if let Some(title) = line.strip_prefix(".TH ") {
            tidy.push(title_line(title, day));
            continue;
        }
        if line.starts_with(".SH") && std::mem::take(&mut is_as_it_is) {
            tidy.push(".fi".to_owned());
        }
        is_as_it_is |= *line == ".SH EXTRA";
        if *line == ".SH EXTRA" {
            tidy.extend([".SH NOTES", ".nf"].map(str::to_owned));
        } else {
            tidy.push((*line).to_owned());
        }
    }
    tidy.extend(is_as_it_is.then(|| ".fi".to_owned()));
    tidy.join("\n") + "\n"
}

/// The title of a page: its name, its section, the day of the evidence, and of which program it is.
fn title_line(title: &str, day: &str) -> String {
    let name = title.split_whitespace().next().unwrap_or(NAME);
    format!(".TH {name} 1 {day} \"{NAME} {VERSION}\"")
}

/// Each library that is built in: its name, its version and its licence.
fn libraries() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let lines = include_str!("../assets/libraries.txt").lines();
    lines.filter_map(|line| {
        let (library, licence) = line.split_once(" · ")?;
        let (name, version) = library.split_once(' ')?;
        Some((name, version, licence))
    })
}

/// As Debian writes it: the program's own licences in full, then what is built in.
fn copyright() -> String {
    let indented = |text: &str| {
        let line = |line: &str| if line.trim().is_empty() { " .".to_owned() } else { format!(" {line}") };
        text.trim().lines().map(line).collect::<Vec<_>>().join("\n")
    };
    let mit = indented(include_str!("../LICENSE-MIT"));
    let built_in: Vec<String> =
        libraries().map(|(name, version, licence)| format!(" {name} {version}: {licence}")).collect();
    format!(
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\
         Upstream-Name: Collagen Ledger\n\
         Comment:\n The program is linked with these libraries, each under its own licence:\n{}\n\n\
         Files: *\nCopyright: The Collagen Ledger developers\nLicense: Expat or Apache-2.0\n\n\
         License: Expat\n{mit}\n\n\
         License: Apache-2.0\n On Debian systems the whole text stands in /usr/share/common-licenses/Apache-2.0.\n",
        built_in.join("\n")
    )
}

/// What the program is built from, in the format `CycloneDX`.
fn bill_of_materials() -> Value {
    let component = |(name, version, licence): (&str, &str, &str)| {
        json!({
            "type": "library",
            "name": name,
            "version": version,
            "purl": format!("pkg:cargo/{name}@{version}"),
            "licenses": [{ "expression": licence.replace('/', " OR ") }],
        })
    };
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": { "type": "application", "name": NAME, "version": VERSION } },
        "components": libraries().map(component).collect::<Vec<_>>(),
    })
}
