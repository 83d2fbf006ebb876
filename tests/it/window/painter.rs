//! Paints what the toolkit tessellates, in plain arithmetic: the same pixels on every machine, without a GPU.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    clippy::float_cmp,
    reason = "pixels are counted in small whole numbers, and an edge is met exactly or not"
)]

use egui::epaint::{Mesh, Primitive, Vertex};
use egui::{Color32, ColorImage, ImageData, Pos2, Rect, TextureId, TexturesDelta, pos2};
use egui_kittest::TestRenderer;
use image::RgbaImage;
use std::collections::HashMap;

/// A painter with its textures.
#[derive(Default)]
pub(crate) struct Painter {
    textures: HashMap<TextureId, ColorImage>,
}

impl TestRenderer for Painter {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, changes) in delta.set.drain() {
            for change in changes {
                let ImageData::Color(image) = change.image;
                match (change.pos, self.textures.get_mut(&id)) {
                    (Some([left, top]), Some(texture)) => patch(texture, &image, left, top),
                    _ => drop(self.textures.insert(id, (*image).clone())),
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &egui::Context, output: &egui::FullOutput) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let mut canvas = Canvas::new(size.x.round() as usize, size.y.round() as usize);
        for clipped in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = clipped.primitive else { continue };
            let texture = self.textures.get(&mesh.texture_id).ok_or("a texture is missing")?;
            canvas.mesh(&mesh, texture, clipped.clip_rect * scale, scale);
        }
        Ok(canvas.image())
    }
}

fn patch(texture: &mut ColorImage, image: &ColorImage, left: usize, top: usize) {
    let [width, height] = image.size;
    for y in 0..height {
        let to = (top + y) * texture.size[0] + left;
        texture.pixels[to..to + width].copy_from_slice(&image.pixels[y * width..(y + 1) * width]);
    }
}

/// Pixels with premultiplied colours.
struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<[f32; 4]>,
}

impl Canvas {
    fn new(width: usize, height: usize) -> Self {
        Self { width, height, pixels: vec![[0.0, 0.0, 0.0, 255.0]; width * height] }
    }

    fn mesh(&mut self, mesh: &Mesh, texture: &ColorImage, clip: Rect, scale: f32) {
        for corners in mesh.indices.chunks_exact(3) {
            let corners = [corners[0], corners[1], corners[2]].map(|index| mesh.vertices[index as usize]);
            self.triangle(corners, texture, clip, scale);
        }
    }

    /// Fills the pixels whose middle lies in a triangle; of two that share an edge just one takes a pixel on it.
    /// Written in plain loops: tests run unoptimised.
    fn triangle(&mut self, mut corners: [Vertex; 3], texture: &ColorImage, clip: Rect, scale: f32) {
        let at = |corner: &Vertex| pos2(corner.pos.x * scale, corner.pos.y * scale);
        if cross(at(&corners[0]), at(&corners[1]), at(&corners[2])) < 0.0 {
            corners.swap(1, 2);
        }
        let [a, b, c] = corners.each_ref().map(at);
        let whole = cross(a, b, c);
        if whole <= 0.0 {
            return;
        }
        let bounds = Rect::from_points(&[a, b, c]);
        // The first and the last pixel whose middle can lie inside; what is clipped is clipped at whole pixels.
        let first = |from: f32, clip: f32| (from - 0.5).ceil().max(clip.round()).max(0.0) as usize;
        let end = |to: f32, clip: f32| ((to - 0.5).floor() + 1.0).min(clip.round()).max(0.0) as usize;
        let (left, top) = (first(bounds.left(), clip.left()), first(bounds.top(), clip.top()));
        let right = end(bounds.right(), clip.right()).min(self.width);
        let bottom = end(bounds.bottom(), clip.bottom()).min(self.height);
        let flat = corners.iter().all(|corner| (corner.color, corner.uv) == (corners[0].color, corners[0].uv));
        let color = shade(&corners, [1.0, 0.0, 0.0], texture);
        let owned = [is_top_left(b, c), is_top_left(c, a), is_top_left(a, b)];
        for y in top..bottom {
            for x in left..right {
                let middle = pos2(x as f32 + 0.5, y as f32 + 0.5);
                let (one, two, three) = (cross(b, c, middle), cross(c, a, middle), cross(a, b, middle));
                if one < 0.0 || two < 0.0 || three < 0.0 {
                    continue;
                }
                if (one == 0.0 && !owned[0]) || (two == 0.0 && !owned[1]) || (three == 0.0 && !owned[2]) {
                    continue;
                }
                let pixel = &mut self.pixels[y * self.width + x];
                if flat && color[3] >= 255.0 {
                    *pixel = color;
                } else if flat {
                    blend(pixel, color);
                } else {
                    blend(pixel, shade(&corners, [one / whole, two / whole, three / whole], texture));
                }
            }
        }
    }

    fn image(&self) -> RgbaImage {
        let bytes = self.pixels.iter().flatten().map(|part| part.round().clamp(0.0, 255.0) as u8).collect();
        RgbaImage::from_raw(self.width as u32, self.height as u32, bytes).expect("as many bytes as pixels")
    }
}

/// Twice the area of a triangle, positive if its corners turn clockwise on the screen.
fn cross(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

fn is_top_left(from: Pos2, to: Pos2) -> bool {
    (from.y == to.y && to.x > from.x) || to.y < from.y
}

/// The colour of a pixel: the corners' colours times the texture's.
fn shade(corners: &[Vertex; 3], weights: [f32; 3], texture: &ColorImage) -> [f32; 4] {
    let (mut u, mut v, mut color) = (0.0, 0.0, [0.0; 4]);
    for at in 0..3 {
        let (corner, weight) = (&corners[at], weights[at]);
        u += corner.uv.x * weight;
        v += corner.uv.y * weight;
        add(&mut color, corner.color, weight);
    }
    let texel = sample(texture, u, v);
    [color[0] * texel[0] / 255.0, color[1] * texel[1] / 255.0, color[2] * texel[2] / 255.0, color[3] * texel[3] / 255.0]
}

fn add(sum: &mut [f32; 4], color: Color32, weight: f32) {
    let parts = color.to_array();
    for part in 0..4 {
        sum[part] += f32::from(parts[part]) * weight;
    }
}

/// The texture between its four nearest texels.
fn sample(texture: &ColorImage, u: f32, v: f32) -> [f32; 4] {
    let [width, height] = texture.size;
    let (x, y) = (u * width as f32 - 0.5, v * height as f32 - 0.5);
    let (left, top) = (x.floor(), y.floor());
    let texel = |x: f32, y: f32| -> Color32 {
        let (x, y) = (x.clamp(0.0, width as f32 - 1.0) as usize, y.clamp(0.0, height as f32 - 1.0) as usize);
        texture.pixels[y * width + x]
    };
    let (across, down) = (x - left, y - top);
    let mut sum = [0.0; 4];
    add(&mut sum, texel(left, top), (1.0 - across) * (1.0 - down));
    add(&mut sum, texel(left + 1.0, top), across * (1.0 - down));
    add(&mut sum, texel(left, top + 1.0), (1.0 - across) * down);
    add(&mut sum, texel(left + 1.0, top + 1.0), across * down);
    sum
}

fn blend(below: &mut [f32; 4], above: [f32; 4]) {
    let through = 1.0 - above[3] / 255.0;
    for part in 0..4 {
        below[part] = above[part] + below[part] * through;
    }
}
