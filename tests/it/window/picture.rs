//! The picture: how much of the window it has, what it shows, and that nothing of it moves by itself.

use super::desk::Desk;
use collagen_ledger::document::{Edit, Field, Place, Upkeep};
use collagen_ledger::estimate::OptionEstimate;
use collagen_ledger::scene::{Baseline, Chart};
use collagen_ledger::schedule::{Phase, Session};
use collagen_ledger::storage::Theme;
use egui::accesskit::Role;
use egui::epaint::{ClippedShape, Shape, TextShape};
use egui::{CursorIcon, Event, Key, Modifiers, PointerButton, Pos2, Rect, ViewportCommand, ViewportId, pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

const USUAL: [f32; 2] = [1280.0, 800.0];

/// The plots of both charts, improvement first.
fn plots(desk: &Desk) -> Vec<Rect> {
    let charts = [
        ["Chart of improvement", "Diagramm der Verbesserung"],
        ["Chart of cumulative spend", "Diagramm der aufgelaufenen Ausgaben"],
    ];
    let images = || desk.harness.query_all_by_role(Role::Image);
    let of = |names: &[&str; 2]| {
        let is_it = |label: String| names.iter().any(|name| label.starts_with(name));
        images().find(|node| node.accesskit_node().label().is_some_and(is_it))
    };
    charts.iter().filter_map(of).map(|node| node.rect()).collect()
}

fn painted(desk: &Desk) -> Vec<TextShape> {
    fn collect(shape: &Shape, all: &mut Vec<TextShape>) {
        match shape {
            Shape::Text(text) => all.push(text.clone()),
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, all)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    desk.harness.output().shapes.iter().for_each(|ClippedShape { shape, .. }| collect(shape, &mut all));
    all
}

/// Every text that is painted, with its place.
fn texts(desk: &Desk) -> Vec<(String, Rect)> {
    painted(desk).iter().map(|text| (text.galley.text().to_owned(), text.visual_bounding_rect())).collect()
}

/// The place of everything of charts and table that a screen reader knows.
fn places(desk: &Desk) -> Vec<(String, Rect)> {
    let roles = [Role::Image, Role::GridCell, Role::RowHeader, Role::ColumnHeader, Role::Button, Role::ComboBox];
    let nodes = roles.into_iter().flat_map(|role| desk.harness.query_all_by_role(role));
    nodes.map(|node| (format!("{:?}", node.accesskit_node().role()), node.rect())).collect()
}

/// Where curves are drawn, from the plan's start to its end: no axis, no ranges beside it.
fn the_plots_have_45_per_cent(desk: &Desk, start: &str, end: &str) {
    let plots = plots(desk);
    let area: f32 = plots.iter().map(Rect::area).sum();
    let share = area / (USUAL[0] * USUAL[1]);
    assert!(share >= 0.45, "{share} with {plots:?}");
    assert!(plots[0].height() > 1.6 * plots[1].height(), "the chart of improvement is the larger: {plots:?}");
    let shown = texts(desk);
    let within = |text: &str| {
        let inside = shown.iter().filter(|(shown, place)| shown == text && plots[1].contains_rect(*place));
        inside.map(|(_, place)| *place).next().unwrap_or_else(|| panic!("{text} stands in the chart"))
    };
    for plot in &plots {
        assert!((within(start).left() - plot.left()).abs() < 5.0 && (within(end).right() - plot.right()).abs() < 5.0);
    }
}

#[test]
fn the_plots_have_45_per_cent_of_a_window_of_usual_size() {
    the_plots_have_45_per_cent(&Desk::sized(USUAL, Theme::Light), "start", "5 years");
    the_plots_have_45_per_cent(&Desk::german(USUAL), "Beginn", "5 Jahre");
}

#[test]
fn titles_of_charts_are_headings() {
    let desk = Desk::sized(USUAL, Theme::Light);
    let headings = desk.harness.query_all_by_role(Role::Heading);
    let titles: Vec<String> = headings.filter_map(|node| node.accesskit_node().label()).collect();
    for title in ["Improvement", "Cumulative spend, USD"] {
        assert!(titles.iter().any(|one| one == title), "{title} of {titles:?}");
    }
}

#[test]
fn the_chart_of_improvement_keeps_a_height_one_can_read_in_a_small_window() {
    let desk = Desk::sized([1024.0, 700.0], Theme::Light);
    assert!(plots(&desk)[0].height() >= 260.0, "{:?}", plots(&desk));
}

#[test]
fn nothing_of_charts_and_table_moves_while_the_pointer_crosses_the_charts() {
    let mut desk = Desk::sized(USUAL, Theme::Light);
    let (before, plots) = (places(&desk), plots(&desk));
    for plot in &plots {
        for step in 0..24 {
            #[expect(clippy::cast_precision_loss, reason = "a few steps")]
            let along = step as f32 / 23.0;
            desk.harness
                .hover_at(pos2(egui::lerp(plot.x_range(), along), egui::lerp(plot.y_range(), (along * 7.0).fract())));
            desk.harness.run();
            assert_eq!(places(&desk), before, "with the pointer at {along} of {plot:?}");
        }
    }
}

#[test]
fn six_options_keep_every_range_and_no_row_is_cut() {
    let mut desk = Desk::sized(USUAL, Theme::Light);
    desk.press_button("Add option").press_button("Add option");
    let options = desk.app().document().history().draft().options.clone();
    assert_eq!(options.len(), 6);
    let shown = texts(&desk);
    for option in &options {
        let title = format!("{} · {}", option.mark.letter(), option.name);
        for figure in ["Total over the horizon", "Improvement on "] {
            let name = format!("{title}: ");
            let cells = desk.harness.query_all_by_role(Role::GridCell);
            let of_option = |label: &String| label.starts_with(figure) && label.contains(&name);
            let cell = cells.filter_map(|node| Some((node.accesskit_node().label()?, node.rect())));
            let (label, rect) = cell.into_iter().find(|(label, _)| of_option(label)).expect(&name);
            let range = label.rsplit_once('(').map(|(_, range)| range.trim_end_matches(')').to_owned());
            let range = range.unwrap_or_else(|| panic!("{label} has no range"));
            let painted = shown.iter().find(|(text, place)| *text == range && rect.expand(2.0).contains_rect(*place));
            assert!(painted.is_some(), "{range} of {label} is not shown within {rect:?}");
        }
    }
    let plots = plots(&desk);
    assert!(plots[1].bottom() <= USUAL[1] && plots[0].height() > 220.0, "{plots:?}");
}

#[test]
fn a_shorter_time_has_its_months_inside_the_plot_and_its_own_scale_of_money() {
    let mut desk = Desk::sized(USUAL, Theme::Light);
    let highest = |desk: &Desk| {
        let left = plots(desk)[1].left();
        let amounts = texts(desk).into_iter().filter(|(text, place)| text.starts_with('$') && place.right() < left);
        let amount = |text: &str| -> f64 {
            let (number, unit) = text.strip_suffix('k').map_or((text, 1.0), |number| (number, 1000.0));
            number.trim_start_matches('$').replace(',', "").parse::<f64>().expect("an amount") * unit
        };
        amounts.map(|(text, _)| amount(&text)).fold(0.0, f64::max)
    };
    let whole = highest(&desk);
    desk.press_button("1 y");
    assert!(highest(&desk) < whole, "{} of {whole}", highest(&desk));
    for _ in 0..2 {
        desk.keys(Modifiers::ALT, Key::ArrowUp).keys(Modifiers::ALT, Key::ArrowLeft);
    }
    let plots = plots(&desk);
    let months = |text: &str| text.trim_end_matches('s').strip_suffix(" month")?.parse::<u32>().ok();
    let is_time = |text: &str| text == "start" || months(text).is_some();
    // What lasts so long is said in the editor, which stands at the right.
    let is_of_charts = |place: Rect| place.left() < plots[0].right() + 60.0;
    let times: Vec<_> =
        texts(&desk).into_iter().filter(|(text, place)| is_time(text) && is_of_charts(*place)).collect();
    assert!(times.len() > 1, "{times:?}");
    for (text, place) in times {
        assert!(plots.iter().any(|plot| plot.contains_rect(place)), "{text} at {place:?} is outside of {plots:?}");
    }
}

#[test]
fn names_of_options_are_whole_in_table_and_client_view() {
    let names = |desk: &Desk| -> Vec<(String, bool)> {
        let all = painted(desk).into_iter().map(|text| (text.galley.text().to_owned(), text.galley.elided));
        all.filter(|(text, _)| ["B · ", "B Need", "D · ", "D Sub"].iter().any(|name| text.starts_with(name))).collect()
    };
    let are_whole = |desk: &Desk| {
        let names = names(desk);
        assert!(names.len() > 1 && names.iter().all(|(_, is_cut)| !is_cut), "{names:?}");
    };
    for size in [USUAL, [1024.0, 700.0], [640.0, 400.0]] {
        are_whole(&Desk::sized(size, Theme::Light));
    }
    let mut desk = Desk::sized(USUAL, Theme::Light);
    desk.keys(Modifiers::NONE, Key::F11).keys(Modifiers::NONE, Key::ArrowRight);
    are_whole(&desk);
}

#[test]
fn what_differs_is_shown_at_any_size() {
    for size in [USUAL, [1024.0, 700.0], [640.0, 400.0]] {
        let mut desk = Desk::sized(size, Theme::Light);
        desk.choose("Compared with: vs …", "vs A · Microneedling");
        assert!(desk.shows("Improvement on 1 Mar 2032, B · Needling with PRP: +1 point against the baseline"));
        let shown = texts(&desk);
        assert!(shown.iter().any(|(text, _)| text == "compared with"), "{size:?}: {shown:?}");
        desk.choose("Compared with: vs A · Microneedling", "vs …");
        assert!(!desk.shows("against the baseline"));
    }
}

#[test]
fn one_chart_fills_the_place_of_both_and_gives_it_back() {
    let mut desk = Desk::sized(USUAL, Theme::Light);
    let both = plots(&desk);
    let mut titles = desk.harness.query_all_by_role_and_label(Role::Button, "Show this chart alone");
    titles.next().expect("the title of the upper chart").click_accesskit();
    drop(titles);
    desk.harness.run();
    let one = plots(&desk);
    assert_eq!(one.len(), 1);
    assert!(one[0].height() > both[0].height() + 0.9 * both[1].height());
    desk.harness.get_by_role_and_label(Role::Button, "Show both charts").click_accesskit();
    desk.harness.run();
    assert_eq!(plots(&desk), both);
    // By a double click on the title, too.
    let title = desk.harness.get_by_role_and_label(Role::Heading, "Improvement").rect().center();
    desk.harness.hover_at(title);
    desk.harness.step();
    // In one frame, since those of a test are too far apart for it.
    let button = |pressed| Event::PointerButton {
        pos: title,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    desk.harness.input_mut().events.extend([true, false, true, false].map(button));
    desk.harness.run();
    assert_eq!(plots(&desk), one);
}

#[test]
fn hiding_an_option_and_showing_it_again_leaves_every_width() {
    let mut desk = Desk::sized(USUAL, Theme::Light);
    let before = plots(&desk);
    desk.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::H);
    let width = |plots: &[Rect]| plots[0].width();
    assert!((width(&plots(&desk)) - width(&before)).abs() < 1.0);
    desk.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::H);
    assert_eq!(plots(&desk), before);
}

/// Where the mark of the upkeep of this number of an option stands in the chart of money.
pub(super) fn upkeep_mark(desk: &Desk, letter: char, number: u32) -> Pos2 {
    let estimate = &desk.app().document().evaluation().expect("an evaluation").estimate;
    let of_letter = |one: &&OptionEstimate| one.mark.is_some_and(|mark| mark.letter() == letter);
    let option = estimate.options.iter().find(of_letter).expect("an option");
    let is_it = |session: &&Session| session.phase == Phase::Upkeep && session.number == number;
    let day = option.schedule.sessions.iter().find(is_it).expect("an upkeep session").day;
    let plot = plots(desk)[1];
    #[expect(clippy::cast_precision_loss, reason = "a few thousand days")]
    let x = egui::lerp(plot.x_range(), day as f32 / estimate.horizon_days as f32);
    let scene = Chart::Spend.of(estimate, Baseline::default()).expect("a chart of money");
    let curve = scene.curves.iter().find(|curve| curve.option.id == option.id).expect("a curve");
    let spent = curve.at(day).expect("an amount");
    // Between the amounts whose labels stand beside the plot.
    let amount = |text: &str| text.trim_start_matches('$').trim_end_matches('k').parse::<f64>().ok();
    let label = |(text, place): (String, Rect)| {
        Some((amount(&text)?, place.center().y)).filter(|_| place.right() < plot.left() + 1.0)
    };
    let labels: Vec<(f64, f32)> = texts(desk)
        .into_iter()
        .filter(|(text, place)| text.starts_with('$') && plot.y_range().contains(place.center().y))
        .filter_map(label)
        .collect();
    let (low, high) = (labels[0], labels[labels.len() - 1]);
    let share = (spent / 100_000.0 - low.0) / (high.0 - low.0);
    #[expect(clippy::cast_possible_truncation, reason = "a share of the plot's height")]
    pos2(x, egui::lerp(low.1..=high.1, share as f32))
}

/// Presses the pointer here, and moves it there with the button held.
pub(super) fn drag(desk: &mut Desk, from: Pos2, to: Pos2) {
    desk.harness.hover_at(from);
    desk.harness.run();
    desk.harness.drag_at(from);
    desk.harness.step();
    for step in 1..=8_u8 {
        desk.harness.hover_at(from.lerp(to, f32::from(step) / 8.0));
        desk.harness.step();
    }
}

#[test]
fn a_mark_of_upkeep_is_dragged_to_another_interval_in_one_step_of_undo() {
    let mut desk = Desk::sized(USUAL, Theme::Light);
    let draft = |desk: &Desk| (**desk.app().document().history().draft()).clone();
    let before = draft(&desk);
    let upkeep = |desk: &Desk, option: usize| draft(desk).options[option].lines[0].upkeep;
    assert_eq!(upkeep(&desk, 0), Upkeep::Every { months: 12 });
    let (mark, bounds) = (upkeep_mark(&desk, 'A', 1), plots(&desk)[1]);
    let year = vec2(bounds.width() / 5.0, 0.0);
    drag(&mut desk, mark, mark - year * 0.5);
    assert_eq!(desk.harness.output().platform_output.cursor_icon, CursorIcon::ResizeHorizontal);
    assert_eq!(upkeep(&desk, 0), Upkeep::Every { months: 6 }, "it follows while the button is held");
    let said = texts(&desk).into_iter().map(|(text, _)| text);
    let said: Vec<String> = said.filter(|text| text.contains("+$") || text.contains("every 6 months")).collect();
    assert!(said.iter().any(|text| text.starts_with("A · Microneedling ")), "what it comes to: {said:?}");
    assert!(said.iter().any(|text| text == "A · Upkeep 1, every 6 months"), "{said:?}");
    // Never closer than the field allows, nor out of the plan.
    desk.harness.hover_at(mark - year * 3.0);
    desk.harness.step();
    assert_eq!(upkeep(&desk, 0), Upkeep::Every { months: 1 });
    desk.harness.hover_at(mark + year * 9.0);
    desk.harness.step();
    desk.harness.step();
    let Upkeep::Every { months } = upkeep(&desk, 0) else { panic!("it is dated") };
    assert!((54..=57).contains(&months), "the last interval within the plan: {months}");
    desk.harness.hover_at(mark + year * 0.5);
    desk.harness.step();
    desk.harness.drop_at(mark + year * 0.5);
    desk.harness.run_steps(3);
    assert_eq!(upkeep(&desk, 0), Upkeep::Every { months: 18 });
    assert_eq!(plots(&desk)[1], bounds, "nothing was moved or zoomed by it");
    assert!(desk.shows("Undo: change upkeep"));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(draft(&desk), before, "one step");
    // The second upkeep counts from the course too; the mark of another option stays.
    let (second, other) = (upkeep_mark(&desk, 'A', 2), upkeep_mark(&desk, 'C', 1));
    drag(&mut desk, second, second + year);
    desk.harness.drop_at(second + year);
    desk.harness.run_steps(3);
    assert_eq!(upkeep(&desk, 0), Upkeep::Every { months: 18 });
    desk.keys(Modifiers::COMMAND, Key::Z);
    drag(&mut desk, other, other - year);
    desk.harness.drop_at(other - year);
    desk.harness.run_steps(3);
    assert_eq!(draft(&desk), before, "only the selected option's");
}

#[test]
fn how_an_option_was_shows_for_a_moment_with_what_the_change_comes_to() {
    let mut desk = Desk::sized(USUAL, Theme::Light);
    let line = desk.app().document().history().draft().options[0].lines[0].id;
    let says = |desk: &Desk| texts(desk).into_iter().find(|(text, _)| text.contains("+$")).map(|(text, _)| text);
    desk.harness.state_mut().edit(Edit::Set(Place::Line { line, field: Field::Sessions }, 6.into()));
    desk.harness.step();
    desk.harness.step();
    let said = says(&desk).expect("what the change comes to");
    assert!(said.starts_with("A · Microneedling ") && said.ends_with("+$350"), "{said}");
    desk.harness.run_steps(200);
    assert_eq!(says(&desk), None, "it passes");
}

#[test]
fn a_day_chosen_above_the_results_stays_when_the_pointer_has_crossed_a_chart() {
    let mut desk = Desk::sized(USUAL, Theme::Light);
    desk.choose("Result on the day: after 5 years", "after 1 year");
    assert!(desk.shows("Improvement on 29 Feb 2028, A") || desk.shows("Improvement on 1 Mar 2028, A"));
    let plot = plots(&desk)[0];
    desk.harness.hover_at(plot.center());
    desk.harness.run();
    assert!(!desk.shows("Improvement on 1 Mar 2028, A"));
    desk.harness.hover_at(pos2(3.0, 3.0));
    desk.harness.run();
    assert!(desk.shows("Improvement on 1 Mar 2028, A"));
    desk.choose("Result on the day: after 1 year", "at its peak");
    assert!(desk.shows("Peak improvement, A"));
}

#[test]
fn the_first_window_is_no_larger_than_its_screen() {
    let mut desk = Desk::sized(USUAL, Theme::Light);
    let mut asked = |points: f32| {
        let viewport = desk.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
        let size = vec2(1280.0, 800.0) * points;
        (viewport.monitor_size, viewport.inner_rect) = (Some(size), Some(Rect::from_min_size(pos2(0.0, 0.0), size)));
        desk.harness.step();
        let commands = desk.harness.output().viewport_output[&ViewportId::ROOT].commands.clone();
        let of_size =
            |asked: &ViewportCommand| matches!(asked, ViewportCommand::InnerSize(_) | ViewportCommand::Maximized(_));
        commands.into_iter().filter(of_size).collect::<Vec<_>>()
    };
    assert_eq!(asked(2.0), [], "sizes are told in the points of another zoom still");
    let commands = asked(1.0);
    let [ViewportCommand::InnerSize(size), ViewportCommand::Maximized(true)] = commands[..] else {
        panic!("{commands:?}");
    };
    assert!(size.x <= 1280.0 && (700.0..760.0).contains(&size.y), "it fits below a frame and a bar: {size:?}");
}

#[test]
fn improvement_is_drawn_to_100_per_cent_until_the_reader_enlarges_it_and_the_title_says_so() {
    let mut desk = Desk::sized(USUAL, Theme::Light);
    let says = |desk: &Desk, text: &str| texts(desk).iter().any(|(found, _)| found.contains(text));
    assert!(says(&desk, "100%") && !says(&desk, "enlarged"));
    let enlarge = |desk: &mut Desk| {
        desk.keys(Modifiers::COMMAND, Key::K);
        desk.harness.get_by_role_and_label(Role::TextInput, "Command").type_text("enlarge");
        desk.harness.run();
        desk.keys(Modifiers::NONE, Key::Enter);
    };
    enlarge(&mut desk);
    assert!(!says(&desk, "100%") && says(&desk, "Improvement, enlarged to 90%"), "{:?}", texts(&desk));
    enlarge(&mut desk);
    assert!(says(&desk, "100%") && !says(&desk, "enlarged"));
}
