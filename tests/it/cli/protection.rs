//! Plans that are protected by a passphrase.

use super::{Run, check, plan, run};
use std::path::{Path, PathBuf};

const SEALED: &[u8] = b"age-encryption.org/v1\n-> scrypt ";

/// A folder with a plan in it, and the passphrases of two people.
struct Clinic(tempfile::TempDir);

impl Clinic {
    fn new() -> Self {
        let clinic = Self(tempfile::tempdir().expect("a folder"));
        clinic.put("key", b"correct horse\nanything else\n");
        clinic.put("other", b"battery staple");
        clinic.put("plans/Meyer.clplan", plan("hair").as_bytes());
        clinic
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: &str, content: &[u8]) {
        let path = self.at(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, content).expect("written");
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.at(name)).expect("read")
    }

    fn is_sealed(&self, name: &str) -> bool {
        self.bytes(name).starts_with(SEALED)
    }

    /// Words with a slash or a point, and the names of passphrases, stand for files here.
    fn words(&self, args: &str) -> Vec<String> {
        let is_file = |word: &&str| word.contains('/') || ["key", "other", "plans"].contains(word);
        let path = |word: &str| self.at(word).to_str().expect("a name in UTF-8").to_owned();
        args.split(' ').map(|word| if is_file(&word) { path(word) } else { word.to_owned() }).collect()
    }

    fn check(&self, args: &str, code: i32, said: &[&str]) -> Run {
        check(&self.words(args).iter().map(String::as_str).collect::<Vec<_>>(), "", code, said)
    }

    fn run(&self, args: &str, input: impl Into<Vec<u8>>) -> Run {
        run(&self.words(args).iter().map(String::as_str).collect::<Vec<_>>(), input)
    }
}

#[test]
fn a_protected_plan_is_opened_and_written_with_its_passphrase_only() {
    let clinic = Clinic::new();
    let plain = clinic.bytes("plans/Meyer.clplan");
    clinic.put("plans/Meyer (2).clplan", &plain);
    let estimate = clinic.check("estimate plans/Meyer.clplan", 0, &[]).output;
    clinic.check("protect plans/Meyer.clplan", 2, &["--passphrase-file"]);
    clinic.check("protect plans/Meyer.clplan --passphrase-file key", 0, &["a lost passphrase is a lost plan"]);
    assert!(
        clinic.is_sealed("plans/Meyer.clplan") && clinic.is_sealed("plans/Meyer (2).clplan"),
        "and what lies beside"
    );
    for command in ["estimate", "check", "record", "answer", "forget"] {
        let rest = if command == "answer" { " accepted" } else { "" };
        let said = ["\"Meyer.clplan\" is protected by a passphrase", "--passphrase-file"];
        clinic.check(&format!("{command} plans/Meyer.clplan{rest}"), 2, &said);
    }
    clinic.check("estimate plans/Meyer.clplan --passphrase-file other", 2, &["is protected by a passphrase"]);
    assert_eq!(clinic.check("estimate plans/Meyer.clplan --passphrase-file key", 0, &[]).output, estimate);
    let piped = clinic.run("estimate - --passphrase-file key", clinic.bytes("plans/Meyer.clplan"));
    assert_eq!((piped.code, piped.output), (0, estimate));
    // Whatever is changed stays protected.
    clinic.check("issue plans/Meyer.clplan --number CL-1 --passphrase-file key", 0, &["Issued"]);
    clinic.check("answer plans/Meyer.clplan declined --passphrase-file key", 0, &["Declined"]);
    assert!(clinic.is_sealed("plans/Meyer.clplan"));
    let piped = clinic.run("revise - --passphrase-file key", clinic.bytes("plans/Meyer.clplan"));
    assert!(piped.code == 0 && piped.output.starts_with(SEALED), "{}", piped.error);
    clinic.check("protect - --passphrase-file key", 2, &["only a file or a folder"]);
    // What leaves it does not, and that is said.
    let report = clinic.run("report plans/Meyer.clplan -o plans/sheet.pdf --passphrase-file key", "");
    assert!(report.code == 0 && report.error.contains("sheet.pdf\" is not protected"), "{}", report.error);
    // Nobody writes over it by mistake.
    clinic.check("new -o plans/Meyer.clplan", 2, &["exists already"]);
    clinic.check("report plans/Meyer.clplan -o plans/Meyer.clplan --passphrase-file key", 2, &["is a plan"]);
    clinic.put("plans/draft.clplan", &plain);
    clinic.check("report plans/draft.clplan -o plans/Meyer.clplan", 2, &["is a plan"]);
    clinic.check("protect plans/Meyer.clplan --remove --passphrase-file key", 0, &["not protected any more"]);
    clinic.check("record plans/Meyer.clplan", 0, &["CL-1 declined"]);
}

#[test]
fn a_passphrase_can_be_changed_and_what_is_damaged_is_said() {
    let clinic = Clinic::new();
    let plain = clinic.bytes("plans/Meyer.clplan");
    clinic.check("protect plans/Meyer.clplan --passphrase-file key", 0, &[]);
    let sealed = clinic.bytes("plans/Meyer.clplan");
    let mut changed = sealed.clone();
    *changed.last_mut().expect("bytes") ^= 1;
    for (what, bytes) in [("cut", &sealed[..sealed.len() - 9]), ("changed", &changed), ("header", &sealed[..60])] {
        clinic.put("plans/bad.clplan", bytes);
        let run = clinic.run("check plans/bad.clplan --passphrase-file key", "");
        assert!(run.code == 2 && run.error.contains("damaged; take an older copy"), "{what}: {}", run.error);
    }
    let by_key = age::encrypt(&age::x25519::Identity::generate().to_public(), &plain).expect("encrypted");
    clinic.put("plans/bad.clplan", &by_key);
    clinic.check("check plans/bad.clplan --passphrase-file key", 2, &["encrypted for a key, not with a passphrase"]);
    let mut costly = age::scrypt::Recipient::new("correct horse".to_owned().into());
    costly.set_work_factor(1);
    let costly =
        String::from_utf8_lossy(&age::encrypt(&costly, &plain).expect("encrypted")).replacen(" 1\n", " 30\n", 1);
    clinic.put("plans/bad.clplan", costly.as_bytes());
    let run = clinic.run("check plans/bad.clplan --passphrase-file key", "");
    assert!(run.code == 2 && run.error.contains("with more work than this program does"), "{}", run.error);
    clinic.check("protect plans/Meyer.clplan --passphrase-file key --new-passphrase-file other", 0, &["protected"]);
    clinic.check("check plans/Meyer.clplan --passphrase-file key", 2, &["is protected by a passphrase"]);
    clinic.check("protect plans/Meyer.clplan --remove --passphrase-file other", 0, &[]);
    assert_eq!(clinic.bytes("plans/Meyer.clplan"), plain, "the same as before");
    clinic.put("empty.txt/key", b"\nsecond line\n");
    clinic.check("protect plans/Meyer.clplan --passphrase-file empty.txt/key", 2, &["no passphrase in its first line"]);
}

#[test]
fn all_plans_of_a_folder_are_protected_and_those_that_come_to_it() {
    let clinic = Clinic::new();
    clinic.check("new -c texture -o plans/Huber.clplan", 0, &[]);
    clinic.check(
        "protect plans --passphrase-file key",
        0,
        &["2 plans are protected, and all that come to this folder"],
    );
    assert!(clinic.is_sealed("plans/Huber.clplan") && clinic.is_sealed("plans/Meyer.clplan"));
    clinic.check("new -o plans/New.clplan", 2, &["is protected by a passphrase"]);
    assert!(!clinic.at("plans/New.clplan").exists());
    clinic.check("new -o plans/New.clplan --passphrase-file other", 2, &["is protected by a passphrase"]);
    clinic.check("new -o plans/New.clplan --passphrase-file key", 0, &[]);
    assert!(clinic.is_sealed("plans/New.clplan"));
    let due = clinic.run("due plans", "");
    assert!(due.code == 2 && due.error.matches("is protected by a passphrase").count() == 3, "{}", due.error);
    clinic.check("due plans --passphrase-file key", 0, &[]);
    let one = "protect plans/New.clplan --remove --passphrase-file key";
    clinic.check(one, 2, &["all plans in this folder have one passphrase"]);
    clinic.check("protect plans --new-passphrase-file other", 2, &["is protected by a passphrase"]);
    let changed = "protect plans --passphrase-file key --new-passphrase-file other";
    clinic.check(changed, 0, &["3 plans are protected"]);
    clinic.check("due plans --passphrase-file other", 0, &[]);
    assert_eq!(clinic.run("due plans --passphrase-file key", "").code, 2, "the old one opens nothing");
    clinic.check("protect plans --passphrase-file other --new-passphrase-file key", 0, &[]);
    clinic.check("protect plans --remove", 2, &["is protected by a passphrase"]);
    clinic.check("protect plans --remove --passphrase-file key", 0, &["3 plans are not protected any more"]);
    clinic.check("due plans", 0, &[]);
    let left = std::fs::read_dir(clinic.at("plans")).expect("listed").count();
    assert!(left == 3 && !has_ending(&clinic.at("plans"), "age"), "nothing of it is left");
}

fn has_ending(folder: &Path, ending: &str) -> bool {
    let mut files = std::fs::read_dir(folder).expect("listed").flatten();
    files.any(|file| file.path().extension().is_some_and(|of| of == ending))
}

/// Whose it is, nobody can tell without its passphrase.
#[test]
fn what_cannot_be_opened_is_named_when_a_client_is_forgotten() {
    let clinic = Clinic::new();
    clinic.put("other-plans/Meyer.clplan", &clinic.bytes("plans/Meyer.clplan"));
    clinic.check("protect other-plans/Meyer.clplan --passphrase-file other", 0, &[]);
    clinic.put("plans/Meyer (2).clplan", &clinic.bytes("other-plans/Meyer.clplan"));
    for args in ["forget plans/Meyer.clplan", "forget plans/Meyer.clplan --yes"] {
        let run = clinic.check(args, 0, &["may hold the client as well"]);
        let said = run.text();
        let (_, unopened) = said.split_once("may hold the client as well").expect("both");
        assert!(unopened.contains("Meyer (2).clplan"), "{said}");
    }
    assert!(clinic.at("plans/Meyer (2).clplan").exists() && !clinic.at("plans/Meyer.clplan").exists());
}
