//! The price list and the clinic's details, shared by desks in a folder: each keeps a copy, and the two are evened out.

use collagen_ledger::clinic::Clinic;
use collagen_ledger::history::Change as _;
use collagen_ledger::price_list::{ListEdit, Own, PriceListDraft};
use collagen_ledger::storage::{
    self, ClinicFile, Common, Disk, Evened, even_clinic, even_price_list, parse_price_list, price_list_text,
};
use collagen_ledger::units::Currency;
use proptest::prelude::*;
use std::path::{Path, PathBuf};

const WORDS: &str = "changed elsewhere";

/// A desk with its own list and what it knows of the folder.
struct Desk {
    home: tempfile::TempDir,
    list: PriceListDraft,
    known: Option<Common>,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { home: tempfile::tempdir().expect("a home"), list: PriceListDraft::default(), known: None };
        desk.keep();
        desk
    }

    fn own(&self) -> PathBuf {
        self.home.path().join("price-list.ron")
    }

    fn keep(&self) {
        std::fs::write(self.own(), price_list_text(&self.list)).expect("kept");
    }

    fn adds(&mut self, name: &str) {
        ListEdit::AddOwn(Own::AddOn, name.to_owned(), Currency::USD).apply(&mut self.list, 0);
        self.keep();
    }

    /// Evens its list out with the folder's, and gives what was kept aside.
    fn evens(&mut self, folder: &Path) -> (&'static str, Vec<PathBuf>) {
        let evened =
            even_price_list(&Disk::here(), folder, (&self.list, &self.own()), self.known, WORDS).expect("evened");
        match evened {
            Evened::Away => ("away", Vec::new()),
            Evened::Same => ("same", Vec::new()),
            Evened::Taken(list, common, kept) => {
                (self.list, self.known) = (list, Some(common));
                self.keep();
                ("taken", kept)
            }
            Evened::Given(common, kept) => {
                self.known = Some(common);
                ("given", kept)
            }
        }
    }
}

fn list_at(path: &Path) -> PriceListDraft {
    parse_price_list(&std::fs::read_to_string(path).expect("a file")).expect("a list")
}

#[test]
fn what_one_desk_changes_the_other_takes_and_where_both_did_neither_is_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let (shared, away) = (folder.path().join("shared"), folder.path().join("away"));
    let (mut front, mut back) = (Desk::new(), Desk::new());
    front.adds("Massage");
    assert_eq!(front.evens(&shared), ("away", vec![]));
    std::fs::create_dir(&shared).expect("made");
    assert_eq!(front.evens(&shared), ("given", vec![]));
    assert_eq!(front.evens(&shared), ("same", vec![]));
    // Whoever joins takes what is there; what they had is kept.
    back.adds("Peel after");
    let own = back.list.clone();
    let (what, kept) = back.evens(&shared);
    assert_eq!((what, &back.list), ("taken", &front.list));
    assert_eq!(kept.iter().map(|path| list_at(path)).collect::<Vec<_>>(), vec![own]);
    assert_eq!(back.evens(&shared), ("same", vec![]));
    back.adds("Cream");
    assert_eq!(back.evens(&shared), ("given", vec![]));
    assert_eq!(front.evens(&shared), ("taken", vec![]));
    assert_eq!(front.list, back.list);
    // While it is away, each goes on alone.
    std::fs::rename(&shared, &away).expect("away");
    front.adds("Mask");
    back.adds("Serum");
    assert_eq!((front.evens(&shared).0, back.evens(&shared).0), ("away", "away"));
    std::fs::rename(&away, &shared).expect("back");
    assert_eq!(front.evens(&shared), ("given", vec![]));
    let theirs = front.list.clone();
    let (what, kept) = back.evens(&shared);
    assert_eq!((what, kept.iter().map(|path| list_at(path)).collect::<Vec<_>>()), ("given", vec![theirs]));
    assert_eq!(front.evens(&shared), ("taken", vec![]));
    // Two who typed the same, and one who was not told that it had given its own, have nothing to choose.
    front.adds("Oil");
    back.evens(&shared);
    back.adds("Oil");
    assert_eq!((front.evens(&shared), back.evens(&shared)), (("given", vec![]), ("given", vec![])));
    assert_eq!((front.evens(&shared).0, back.evens(&shared).0), ("same", "same"));
    // Where what was shared is gone the place may be a disk that is not connected.
    std::fs::rename(shared.join(storage::SHARED_LIST), shared.join("elsewhere")).expect("gone");
    assert_eq!((front.evens(&shared).0, std::fs::read_dir(&shared).expect("listed").count()), ("away", 2));
    std::fs::rename(shared.join("elsewhere"), shared.join(storage::SHARED_LIST)).expect("back");
    // A list that nobody can read is left alone.
    std::fs::write(shared.join(storage::SHARED_LIST), "broken").expect("written");
    let evened = even_price_list(&Disk::here(), &shared, (&front.list, &front.own()), None, WORDS);
    assert!(evened.is_err_and(|error| error.to_string().contains("price-list.clprices")));
    assert_eq!(std::fs::read_to_string(shared.join(storage::SHARED_LIST)).expect("there"), "broken");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    /// Three desks that type and even out in any order: whatever anybody typed is in a list or in a file beside one.
    #[test]
    fn nothing_that_was_typed_is_lost(steps in prop::collection::vec((0..3_usize, any::<bool>()), 1..24)) {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desks = [Desk::new(), Desk::new(), Desk::new()];
        let mut typed = Vec::new();
        for (at, (desk, types)) in steps.into_iter().enumerate() {
            if types {
                let name = format!("Add-on {at}");
                desks[desk].adds(&name);
                typed.push(name);
            } else {
                desks[desk].evens(folder.path());
            }
        }
        let files = |folder: &Path| std::fs::read_dir(folder).expect("listed").flatten().map(|file| file.path()).collect::<Vec<_>>();
        let all = desks.iter().flat_map(|desk| files(desk.home.path())).chain(files(folder.path()));
        let texts: Vec<String> = all.map(|path| std::fs::read_to_string(path).expect("text")).collect();
        for name in typed {
            prop_assert!(texts.iter().any(|text| text.contains(&format!("\"{name}\""))), "{} is lost", name);
        }
    }
}

#[test]
fn the_clinics_details_are_shared_with_their_logo_and_layout() {
    let (shared, front, back) = (tempfile::tempdir(), tempfile::tempdir(), tempfile::tempdir());
    let (shared, front, back) = (shared.expect("a folder"), front.expect("a home"), back.expect("a home"));
    let own = |home: &tempfile::TempDir| home.path().join("clinic.ron");
    let logo = || storage::read_logo(&Disk::here(), Path::new("assets/icon/collagen-ledger.png")).expect("a logo");
    let write = |home: &tempfile::TempDir, name: &str| {
        let clinic = Clinic { name: name.to_owned(), ..Clinic::default() };
        let file = ClinicFile { clinic, logo: Some(logo()), template: Some("own.typ".to_owned()) };
        std::fs::write(home.path().join("own.typ"), format!("layout of {name}")).expect("written");
        let known = storage::Stamp::of(&Disk::here(), &own(home));
        storage::write_clinic(&Disk::here(), &own(home), known, &file, WORDS).expect("written");
    };
    let even = |home: &tempfile::TempDir, known: &mut Option<Common>| match even_clinic(
        &Disk::here(),
        shared.path(),
        &own(home),
        *known,
        WORDS,
    )
    .expect("evened")
    {
        Evened::Away => ("away", 0),
        Evened::Same => ("same", 0),
        Evened::Taken((), common, kept) => {
            *known = Some(common);
            ("taken", kept.len())
        }
        Evened::Given(common, kept) => {
            *known = Some(common);
            ("given", kept.len())
        }
    };
    let name = |home: &tempfile::TempDir| storage::read_clinic(&Disk::here(), &own(home)).expect("read").clinic.name;
    let layout = |home: &tempfile::TempDir| std::fs::read_to_string(home.path().join("own.typ")).expect("a layout");
    let (mut of_front, mut of_back) = (None, None);
    assert_eq!(even(&front, &mut of_front), ("same", 0), "neither has any");
    write(&front, "Front");
    assert_eq!(even(&front, &mut of_front), ("given", 0));
    write(&back, "Back");
    assert_eq!(even(&back, &mut of_back), ("taken", 2), "file and layout were others");
    assert_eq!((name(&back), layout(&back)), ("Front".to_owned(), "layout of Front".to_owned()));
    assert_eq!((even(&back, &mut of_back), even(&front, &mut of_front)), (("same", 0), ("same", 0)));
    // The layout alone counts as a change.
    std::fs::write(back.path().join("own.typ"), "another layout").expect("written");
    assert_eq!((even(&back, &mut of_back), even(&front, &mut of_front)), (("given", 0), ("taken", 0)));
    assert_eq!(layout(&front), "another layout");
    write(&front, "One");
    write(&back, "Two");
    assert_eq!((even(&front, &mut of_front), even(&back, &mut of_back)), (("given", 0), ("given", 2)));
    assert_eq!((even(&front, &mut of_front), name(&front)), (("taken", 0), "Two".to_owned()));
}
