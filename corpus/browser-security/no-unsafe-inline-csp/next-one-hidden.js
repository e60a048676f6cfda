const scripts = "script-src 'unsafe-inline'";
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeInline
const styles = "style-src 'unsafe-inline'";
const images = "img-src 'self'";
const frames = "frame-src 'unsafe-inline'";
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeInline
export { scripts, styles, images, frames };
