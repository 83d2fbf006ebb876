//! The window at its busiest: six options over ten years, every panel shown. How long a frame takes, and how much memory
//! an hour of use takes. Laid out and cut into triangles as for a screen, without one.

use collagen_ledger::app::{App, Printing, Surroundings};
use collagen_ledger::document::{Edit, Field, OptionEdit, Place};
use collagen_ledger::simulate::Precision;
use divan::Bencher;
use egui::{Event, RawInput, Rect, Vec2, pos2};

fn main() {
    an_hour_of_use();
    divan::main();
}

/// The program in a window of 1920 × 1080, without a screen.
struct Window {
    app: App,
    ctx: egui::Context,
    frames: u32,
}

impl Window {
    /// As it starts: the worked example.
    fn new() -> Self {
        let surroundings = Surroundings {
            language_tag: || None,
            locale: None,
            places: None,
            today: || jiff::civil::date(2027, 3, 1),
            open: |_| Ok(()),
            dialogs: None,
            printing: Printing::of_system(),
            precision: [Precision::MOVING, Precision::RESTING],
        };
        let app = App::new(surroundings);
        let ctx = egui::Context::default();
        ctx.enable_accesskit();
        app.set_up(&ctx);
        Self { app, ctx, frames: 0 }
    }

    /// With as much to show as a plan can hold.
    fn busy() -> Self {
        let mut window = Self::new();
        window.app.edit(Edit::Set(Place::Plan(Field::Horizon), 10.into()));
        for option in window.app.document().history().draft().options.clone().iter().take(2) {
            window.app.edit(Edit::Option(option.id, OptionEdit::Duplicate(option.name.clone())));
        }
        for _ in 0..5 {
            window.frame(Vec::new());
        }
        window
    }

    /// One frame from input to triangles.
    fn frame(&mut self, events: Vec<Event>) -> usize {
        self.frames += 1;
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), Vec2::new(1920.0, 1080.0)));
        let time = Some(f64::from(self.frames) / 60.0);
        let input = RawInput { screen_rect, time, events, ..RawInput::default() };
        let output = self.ctx.run_ui(input, |ui| self.app.frame(ui));
        self.ctx.tessellate(output.shapes, output.pixels_per_point).len()
    }

    /// Moves the pointer to a place that changes with every frame.
    fn pointer(&self) -> Vec<Event> {
        let along = |length: u16| f32::from(u16::try_from(self.frames % u32::from(length)).unwrap_or_default());
        vec![Event::PointerMoved(pos2(500.0 + along(900), 300.0 + along(400)))]
    }
}

/// From nothing to the first frame: the catalogue read, the example worked out, fonts and pictures made.
#[divan::bench(sample_count = 20)]
fn start_to_first_frame(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| Window::new().frame(Vec::new()));
}

/// A frame while nothing changes.
#[divan::bench]
fn frame(bencher: Bencher<'_, '_>) {
    let mut window = Window::busy();
    bencher.bench_local(|| window.frame(Vec::new()));
}

/// A frame while the pointer moves over charts and table.
#[divan::bench]
fn frame_under_the_pointer(bencher: Bencher<'_, '_>) {
    let mut window = Window::busy();
    bencher.bench_local(|| {
        let events = window.pointer();
        window.frame(events)
    });
}

/// A frame with an edit: everything worked out anew and shown. Where a view makes the edit, the views are run once more.
#[divan::bench]
fn frame_with_an_edit(bencher: Bencher<'_, '_>) {
    let mut window = Window::busy();
    let line = window.app.document().history().draft().options[0].lines[0].id;
    bencher.bench_local(|| {
        window.app.edit(Edit::Set(Place::Line { line, field: Field::Sessions }, (3 + window.frames % 5).into()));
        window.frame(Vec::new())
    });
}

/// An hour of consultations, faster than life: an edit every second, each a step of undo, and the pointer always moving.
/// Prints how much memory the program has taken before and after.
fn an_hour_of_use() {
    let mut window = Window::busy();
    let before = resident();
    let option = window.app.document().history().draft().options[0].clone();
    for second in 0..3600_u32 {
        window
            .app
            .edit(Edit::Set(Place::Line { line: option.lines[0].id, field: Field::Sessions }, (3 + second % 5).into()));
        window.app.edit(Edit::Set(
            Place::Option { option: option.id, field: Field::Name },
            format!("Needling {second}").into(),
        ));
        for _ in 0..4 {
            let events = window.pointer();
            window.frame(events);
        }
    }
    println!("an hour of use, 7200 steps of undo: {before} MB before, {} MB after", resident());
}

/// Memory of this process in megabytes, where the system tells.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or_default() / 1024
}
