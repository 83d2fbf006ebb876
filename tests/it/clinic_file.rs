//! The clinic's file: what is written is read again, logo included.

use collagen_ledger::clinic::Clinic;
use collagen_ledger::report::sheet::Logo;
use collagen_ledger::storage::{ClinicFile, Disk, Places, Stamp, read_clinic, write_clinic};

const LOGO: &[u8] =
    br#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle cx="4" cy="4" r="4"/></svg>"#;

fn full() -> ClinicFile {
    let text = |what: &str| format!("{what} \"Zoë\" \\ Юлія");
    ClinicFile {
        clinic: Clinic {
            name: text("name"),
            address: vec![text("street"), text("town")],
            phone: text("phone"),
            email: text("email"),
            web: text("web"),
            practitioner: text("practitioner"),
            registration: text("registration"),
            tax_id: text("tax"),
            contact: text("contact"),
            opening: text("opening"),
            included: text("included"),
            not_included: text("not included"),
            deposit: text("deposit"),
            cancellation: text("cancellation"),
        },
        logo: Some(Logo::new(LOGO.to_vec()).expect("a logo")),
        template: Some("own.typ".to_owned()),
    }
}

#[test]
fn what_is_written_is_read_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = Places::below(folder.path()).clinic();
    for file in [full(), ClinicFile::default()] {
        write_clinic(&Disk::here(), &path, Stamp::of(&Disk::here(), &path), &file, "kept").expect("written");
        assert_eq!(read_clinic(&Disk::here(), &path).expect("read"), file);
    }
}

#[test]
fn the_first_schema_stays_readable() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("clinic.ron");
    write_clinic(&Disk::here(), &path, None, &full(), "kept").expect("written");
    let fixture = include_str!("../data/clinic-v1.ron");
    assert_eq!(std::fs::read_to_string(&path).expect("the file"), fixture, "the same clinic gives the same bytes");
    assert_eq!(std::fs::read(folder.path().join("clinic-logo.svg")).expect("the logo"), LOGO);
}
