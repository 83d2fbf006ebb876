//! What is worth knowing of the option and of the plan. What a clinician decides has a tick.

use super::parts::Content;
use crate::locale::tr;
use crate::plan::Remark;
use crate::record::Matter;
use crate::ui::theme::{Palette, icons, tokens};
use crate::ui::{Action, RecordAction, kit};
use crate::wording;
use egui::{RichText, Ui};

/// The size of what is said, in points.
const SIZE: f32 = tokens::SIZES[0] + 0.5;

pub(super) fn remarks_ui(ui: &mut Ui, content: &Content<'_>, remarks: &[Remark], actions: &mut Vec<Action>) {
    let palette = Palette::of(ui);
    for remark in remarks {
        let said = wording::remark(remark);
        if let Some(matter) = Matter::of(remark, &content.evaluation.plan) {
            matter_ui(ui, content, (matter, &said), actions);
        } else {
            let text = RichText::new(said).size(SIZE).color(palette.warning);
            kit::with_icon(ui, icons::WARNING, palette.warning, text);
        }
    }
}

/// What a clinician decides: ticked by whoever has, with who and when below it.
fn matter_ui(ui: &mut Ui, content: &Content<'_>, (matter, said): (Matter, &str), actions: &mut Vec<Action>) {
    let palette = Palette::of(ui);
    let by = matter.acknowledged_in(content.view.record.acknowledged());
    let mut is_so = by.is_some();
    let color = if is_so { palette.text_weak } else { palette.warning };
    let text = RichText::new(said).size(SIZE).color(color);
    let about = tr!(
        "Tick it off once it is seen and decided. It is kept with initials and day, until the plan says something else"
    );
    let note = by.map(wording::acknowledged);
    // While the plan has problems what is said is of the last valid one.
    let is_valid = content.view.problems.is_empty();
    let tick = ui.add_enabled_ui(is_valid, |ui| kit::tick(ui, &mut is_so, (said, text, note.as_deref()), about)).inner;
    if tick.changed() {
        actions.push(Action::Record(RecordAction::Acknowledge(Box::new(matter), is_so)));
    }
}
