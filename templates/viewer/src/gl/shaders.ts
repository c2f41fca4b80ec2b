/** Shared pieces of the shaders: fading with depth, and the light of the pulse. */
const COMMON = /* glsl */ `
precision highp float;
uniform vec3 mist;
uniform vec2 mistDepth;
uniform vec3 glow;
uniform float time;
uniform float linger;
uniform float again;

float faded(float depth) {
  return 0.45 * smoothstep(mistDepth.x, mistDepth.y, depth);
}
`;

/** Boxes: a unit cube stretched by each instance, shaded by the side it shows, edges drawn, hatched where asked for; some grow when the pulse comes. */
export const BOX_VERTEX = /* glsl */ `
precision highp float;
uniform mat4 viewMatrix;
uniform mat4 projectionMatrix;
uniform float time;
in vec3 position;
in vec3 normal;
in vec2 uv;
in vec3 low;
in vec3 high;
in vec3 colour;
in vec4 look;
out vec3 tone;
out vec3 manner;
out vec3 facing;
out vec3 place;
out vec2 onFace;
out float depth;
void main() {
  float grown = time < 0.0 || look.w < 0.5 ? 1.0 : smoothstep(0.0, 0.3, time - look.y);
  place = mix(low, vec3(high.x, mix(low.y, high.y, grown), high.z), position + 0.5);
  vec4 seen = viewMatrix * vec4(place, 1.0);
  gl_Position = grown > 0.0 ? projectionMatrix * seen : vec4(0.0, 0.0, 2.0, 1.0);
  tone = colour;
  manner = look.xyz;
  facing = normal;
  onFace = uv;
  depth = -seen.z;
}
`;

export const BOX_FRAGMENT = /* glsl */ `
${COMMON}
in vec3 tone;
in vec3 manner;
in vec3 facing;
in vec3 place;
in vec2 onFace;
in float depth;
out vec4 painted;
void main() {
  float shade = facing.y > 0.5 ? 1.0 : (abs(facing.z) > 0.5 ? 0.93 : 0.82);
  vec2 width = fwidth(onFace) * 1.25;
  vec2 edge = smoothstep(vec2(0.0), width, min(onFace, 1.0 - onFace));
  shade *= mix(0.72, 1.0, min(edge.x, edge.y));
  vec3 colour = tone * shade;
  if (manner.x > 0.5) {
    float stripe = (place.x + place.y + place.z) * 5.0;
    float band = smoothstep(0.3, 0.3 + fwidth(stripe), abs(fract(stripe) - 0.5));
    colour = mix(colour, mist, 0.55 * band);
  }
  float since = time - manner.y;
  float lit = time < 0.0 ? 1.0 : 0.3 + 0.7 * smoothstep(-0.08, 0.04, since);
  float flash = time < 0.0 || since < 0.0 ? 0.0 : exp(-since * 5.0 / linger);
  colour = mix(mist, colour, lit * manner.z);
  colour = mix(colour, glow, 0.6 * flash * manner.z);
  painted = vec4(mix(colour, mist, faded(depth)), 1.0);
}
`;

/** Ribbons: a Bezier curve of constant width in pixels (narrower in a small frame), its edges softened, dashed where asked for, with a pulse that runs along it. */
export const RIBBON_VERTEX = /* glsl */ `
precision highp float;
uniform mat4 viewMatrix;
uniform mat4 projectionMatrix;
uniform vec2 frame;
uniform float time;
uniform float linger;
in vec3 position;
in vec3 p0;
in vec3 p1;
in vec3 p2;
in vec3 p3;
in vec4 colour;
in vec4 look;
out vec4 tone;
out vec3 along;
out float across;
out float halfWidth;
out float depth;
out float start;

vec3 bezier(float u) {
  float v = 1.0 - u;
  return v * v * v * p0 + 3.0 * v * v * u * p1 + 3.0 * v * u * u * p2 + u * u * u * p3;
}

void main() {
  float u = position.x;
  vec4 seen = viewMatrix * vec4(bezier(u), 1.0);
  vec4 here = projectionMatrix * seen;
  float step = 0.01;
  float back = u > 0.5 ? -1.0 : 1.0;
  vec4 next = projectionMatrix * viewMatrix * vec4(bezier(u + back * step), 1.0);
  vec2 heading = back * (next.xy / next.w - here.xy / here.w) * frame;
  vec2 normal = length(heading) > 1e-5 ? normalize(vec2(-heading.y, heading.x)) : vec2(0.0, 1.0);
  float since = time < 0.0 ? 1e3 : (time - look.z) - u;
  float swell = time < 0.0 || since < 0.0 ? 0.0 : exp(-since * 7.0 / linger);
  halfWidth = 0.5 * look.x * clamp(frame.x / 700.0, 0.5, 1.0) * (1.0 + 0.9 * swell) + 0.75;
  here.xy += normal * position.y * halfWidth / frame * 2.0 * here.w;
  gl_Position = here;
  tone = colour;
  along = vec3(u, length(p3 - p0) + 0.5 * length(p1 - p0), look.y);
  across = position.y * halfWidth;
  start = look.z;
  depth = -seen.z;
}
`;

export const RIBBON_FRAGMENT = /* glsl */ `
${COMMON}
in vec4 tone;
in vec3 along;
in float across;
in float halfWidth;
in float depth;
in float start;
out vec4 painted;
void main() {
  float alpha = tone.a * smoothstep(0.0, 1.2, halfWidth - abs(across));
  if (along.z > 0.0) {
    float dash = fract(along.x * along.y / along.z);
    float soft = fwidth(along.x * along.y / along.z);
    alpha *= 1.0 - smoothstep(0.62 - soft, 0.62 + soft, dash);
  }
  vec3 colour = tone.rgb;
  if (time >= 0.0) {
    float since = (time - start) - along.x;
    float passed = smoothstep(-0.03, 0.02, since);
    float flash = passed * exp(-max(since, 0.0) * 7.0 / linger);
    float kept = again > 0.0 ? mix(0.75, 0.22, smoothstep(again - 1.0, again, since)) : 0.75;
    alpha *= mix(0.07, kept, passed) + flash;
    colour = mix(colour, glow, 0.7 * flash);
  }
  if (alpha < 0.004) discard;
  painted = vec4(mix(colour, mist, faded(depth)), min(alpha, 1.0));
}
`;

/** Plates: thin rectangles with an edge. */
export const PLATE_VERTEX = /* glsl */ `
precision highp float;
uniform mat4 viewMatrix;
uniform mat4 projectionMatrix;
in vec3 position;
in vec2 uv;
in vec3 low;
in vec3 high;
in vec4 colour;
in vec4 rim;
out vec4 tone;
out vec4 edging;
out vec2 onFace;
out float depth;
void main() {
  vec3 place = mix(low, high, vec3(position.x + 0.5, 0.0, position.z + 0.5));
  vec4 seen = viewMatrix * vec4(place, 1.0);
  gl_Position = projectionMatrix * seen;
  tone = colour;
  edging = rim;
  onFace = uv;
  depth = -seen.z;
}
`;

export const PLATE_FRAGMENT = /* glsl */ `
${COMMON}
in vec4 tone;
in vec4 edging;
in vec2 onFace;
in float depth;
out vec4 painted;
void main() {
  vec2 width = max(fwidth(onFace), vec2(1e-6));
  vec2 distance = min(onFace, 1.0 - onFace) / width;
  float edge = 1.0 - smoothstep(0.6, 1.6, min(distance.x, distance.y));
  vec4 colour = mix(tone, edging, edge);
  float dimmed = faded(depth);
  painted = vec4(mix(colour.rgb, mist, 0.5 * dimmed), colour.a * (1.0 - 0.5 * dimmed));
}
`;
