const overlay = '<div style="opacity: 0; z-index: 9">';
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ transparentFrameOverlay
const cover = `<style>.cover { position: absolute; top: 0; left: 0 }</style>`;
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ transparentFrameOverlay
document.body.insertAdjacentHTML('beforeend', overlay + cover);
