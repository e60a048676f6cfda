export function leave(target) {
  window.location = target;
//^^^^^^^^^^^^^^^ frameManipulation
  top.location = target;
//^^^^^^^^^^^^ frameManipulation
}
