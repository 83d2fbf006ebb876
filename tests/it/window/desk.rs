//! The program on a desk of its own.

use super::painter::Painter;
use collagen_ledger::app::{App, Printing, Surroundings};
use collagen_ledger::simulate::Precision;
use collagen_ledger::storage::{Disk, LocaleChoice, Places, Settings, Theme};
use collagen_ledger::units::Currency;
use egui::accesskit::{HasPopup, NodeId, Role};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The program in a window of 1280 × 800 with its files below a folder of its own.
pub(crate) struct Desk {
    pub(crate) harness: Harness<'static, App>,
    pub(crate) folder: tempfile::TempDir,
    /// Whether what is on its way to or from the disk is waited for.
    pub(crate) waits: bool,
}

/// The longest that work in the background may take in a build that is not optimised, on a busy machine.
const PATIENCE: Duration = Duration::from_mins(2);

/// Asks again and again until there is an answer.
pub(crate) fn patiently<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(start.elapsed() < PATIENCE, "{what:?} was waited for");
        std::thread::sleep(Duration::from_millis(5));
    }
}

pub(crate) fn surroundings(folder: &Path) -> Surroundings {
    Surroundings {
        language_tag: || None,
        locale: None,
        places: Some(Places::below(folder)),
        today: || jiff::civil::date(2027, 3, 1),
        open: |_| Ok(()),
        dialogs: None,
        printing: Printing::of_system(),
        precision: [Precision(64), Precision(128)],
    }
}

impl Desk {
    /// The worked example.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self::of(App::new(surroundings(folder.path())), folder)
    }

    /// As a person starts the program: on a plan if one is named, and else on the start page.
    pub(crate) fn opening(path: Option<&Path>) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut app = App::new(surroundings(folder.path()));
        app.begin_with(path.map(Path::to_owned));
        Self::of(app, folder)
    }

    /// Begins a new plan for a concern from the start page.
    pub(crate) fn begin(&mut self, concern: &str) -> &mut Self {
        self.keys(Modifiers::COMMAND, Key::N);
        self.harness.get_by_role_and_label(Role::ListBoxOption, concern).click();
        self.settle();
        self.press_button("Show options")
    }

    /// The worked example in a window of this size, in a theme.
    pub(crate) fn sized(size: [f32; 2], theme: Theme) -> Self {
        Self::with(&Settings { theme, ..Settings::default() }, size)
    }

    /// The worked example as a clinic in Germany sees it, in a window of this size.
    pub(crate) fn german(size: [f32; 2]) -> Self {
        let locale = LocaleChoice { country: Some("de".to_owned()), language: None, currency: Some(Currency::USD) };
        Self::with(&Settings { locale, ..Settings::default() }, size)
    }

    fn with(settings: &Settings, size: [f32; 2]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let surroundings = surroundings(folder.path());
        let places = surroundings.places.as_ref().expect("places");
        settings.write(&Disk::here(), &places.settings()).expect("settings");
        Self::in_size(App::new(surroundings), folder, size)
    }

    pub(crate) fn of(app: App, folder: tempfile::TempDir) -> Self {
        Self::in_size(app, folder, [1280.0, 800.0])
    }

    fn in_size(app: App, folder: tempfile::TempDir, size: [f32; 2]) -> Self {
        let builder = Harness::builder().with_size(size).with_max_steps(16).renderer(Painter::default());
        let harness = builder.build_eframe(|creation| {
            app.set_up(&creation.egui_ctx);
            app
        });
        // The harness has set a theme of its own meanwhile.
        harness.state().set_up(&harness.ctx);
        let mut desk = Self { harness, folder, waits: true };
        desk.harness.run();
        desk
    }

    /// Another program with files of its own in the same window: reading fonts anew takes longer than all else.
    pub(crate) fn begin_again(&mut self) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        *self.harness.state_mut() = App::new(surroundings(folder.path()));
        self.folder = folder;
        self.harness.ctx.memory_mut(|memory| {
            let options = std::mem::take(&mut memory.options);
            *memory = egui::Memory::default();
            memory.options = options;
        });
        self.harness.state().set_up(&self.harness.ctx);
        self.harness.run();
    }

    pub(crate) fn app(&self) -> &App {
        self.harness.state()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs frames until nothing is left to show, and nothing on its way to or from the disk.
    pub(crate) fn settle(&mut self) {
        patiently("the disk", || {
            self.harness.run();
            (!self.waits || self.app().is_settled()).then_some(())
        });
    }

    /// Runs frames until this is shown: what an export, a sheet or a printer says comes when it is done.
    pub(crate) fn until(&mut self, text: &str) -> &mut Self {
        self.until_met(text, |desk| desk.shows(text))
    }

    pub(crate) fn until_met(&mut self, what: &str, met: impl Fn(&Self) -> bool) -> &mut Self {
        patiently(what, || {
            self.harness.run();
            met(self).then_some(())
        });
        self
    }

    pub(crate) fn press(&mut self, name: &str) -> &mut Self {
        self.harness.get_by_label(name).click();
        self.settle();
        self
    }

    /// What opens fields, such as the sentence on the client, in the order of reading.
    pub(crate) fn openers(&self) -> impl Iterator<Item = Node<'_>> {
        let nodes = self.harness.query_all_by_role(Role::Button);
        nodes.filter(|node| node.accesskit_node().has_popup() == Some(HasPopup::Dialog))
    }

    /// Opens the fields of a sentence or phrase that is called this.
    pub(crate) fn open(&mut self, name: &str) -> &mut Self {
        let is_it = |node: &Node<'_>| node.accesskit_node().label().is_some_and(|label| label.starts_with(name));
        let id = self.openers().find(is_it).expect(name).accesskit_node().locate().0;
        self.open_by_id(id);
        self
    }

    /// Opens the fields of a sentence or phrase, unless they are open. Those of another one, which may lie over it, close.
    pub(crate) fn open_by_id(&mut self, id: NodeId) {
        if self.opened() == Some(id) {
            return;
        }
        self.close();
        let of_id = |node: &Node<'_>| node.accesskit_node().locate().0 == id;
        self.openers().find(of_id).expect("what opens fields").scroll_to_me();
        self.settle();
        self.openers().find(of_id).expect("what opens fields").click();
        self.settle();
    }

    /// What has opened the fields that are open.
    fn opened(&self) -> Option<NodeId> {
        let is_expanded = |node: &Node<'_>| node.accesskit_node().data().is_expanded() == Some(true);
        self.openers().find(is_expanded).map(|node| node.accesskit_node().locate().0)
    }

    /// Closes the fields of a sentence or phrase, if any are open.
    pub(crate) fn close(&mut self) -> &mut Self {
        if self.opened().is_some() {
            self.keys(Modifiers::NONE, Key::Escape);
        }
        self
    }

    /// Opens whatever holds a control, if it is not in sight.
    pub(crate) fn reach(&mut self, role: Role, name: &str) -> &mut Self {
        let openers: Vec<NodeId> = self.openers().map(|node| node.accesskit_node().locate().0).collect();
        for id in openers {
            if self.harness.query_all_by_role_and_label(role, name).next().is_some() {
                break;
            }
            self.open_by_id(id);
        }
        self
    }

    /// Opens a menu of the menu.
    pub(crate) fn menu(&mut self, name: &str) -> &mut Self {
        self.press_button("Menu").press_button(name)
    }

    /// Presses a button among widgets of the same name.
    pub(crate) fn press_button(&mut self, name: &str) -> &mut Self {
        self.harness.get_by_role_and_label(Role::Button, name).click();
        self.settle();
        self
    }

    pub(crate) fn keys(&mut self, modifiers: Modifiers, key: Key) -> &mut Self {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
        self
    }

    /// Chooses in a box that is called what it is about and what is chosen: `Tax: as in the plan`.
    pub(crate) fn choose(&mut self, name: &str, value: &str) -> &mut Self {
        self.reach(Role::ComboBox, name);
        self.harness.get_by_role_and_label(Role::ComboBox, name).scroll_to_me();
        self.settle();
        self.harness.get_by_role_and_label(Role::ComboBox, name).click();
        self.settle();
        // What is opened is a list of buttons; lists in the window itself are not.
        let item = |desk: &Self| -> NodeId {
            let lists = desk.harness.query_all_by_role(Role::ListBox);
            let mut items =
                lists.flat_map(|list| list.query_all_by_role_and_label(Role::Button, value).collect::<Vec<_>>());
            items.next().expect(value).accesskit_node().locate().0
        };
        let id = item(self);
        let of_id = |node: &Node<'_>| node.accesskit_node().locate().0 == id;
        self.harness.query_all_by_role(Role::Button).find(of_id).expect(value).scroll_to_me();
        self.settle();
        self.harness.query_all_by_role(Role::Button).find(of_id).expect(value).click();
        self.settle();
        self
    }

    /// Replaces what stands in a text field.
    pub(crate) fn type_into(&mut self, name: &str, text: &str) -> &mut Self {
        self.type_into_role(Role::TextInput, name, text)
    }

    /// Replaces what stands in the field of a number.
    pub(crate) fn type_number(&mut self, name: &str, text: &str) -> &mut Self {
        self.type_into_role(Role::SpinButton, name, text)
    }

    /// Replaces what stands in a field whose text is not shown.
    pub(crate) fn type_secretly(&mut self, name: &str, text: &str) -> &mut Self {
        self.type_into_role(Role::PasswordInput, name, text)
    }

    fn type_into_role(&mut self, role: Role, name: &str, text: &str) -> &mut Self {
        self.reach(role, name);
        self.harness.get_by_role_and_label(role, name).scroll_to_me();
        self.settle();
        self.harness.get_by_role_and_label(role, name).click();
        self.settle();
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.settle();
        self.harness.get_by_role_and_label(role, name).type_text(text);
        self.settle();
        self
    }

    pub(crate) fn total(&self, letter: char) -> i64 {
        let evaluation = self.app().document().evaluation().expect("an evaluation");
        let of_letter = |option: &&collagen_ledger::estimate::OptionEstimate| {
            option.mark.is_some_and(|mark| mark.letter() == letter)
        };
        evaluation.estimate.options.iter().find(of_letter).expect("the option").ledger.total.typical.minor()
    }

    /// What has the focus, by its name; nothing if it is the window itself.
    pub(crate) fn focused(&self) -> String {
        let focused = self.harness.root().children_recursive().find(|node| node.accesskit_node().is_focused());
        focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    }

    /// Everything a screen reader would say.
    pub(crate) fn spoken(&self) -> Vec<String> {
        let nodes = self.harness.root().children_recursive();
        let texts = nodes.flat_map(|node| [node.accesskit_node().label(), node.accesskit_node().value()]);
        texts.flatten().collect()
    }

    pub(crate) fn shows(&self, text: &str) -> bool {
        self.harness.query_all_by_label_contains(text).next().is_some()
    }
}
