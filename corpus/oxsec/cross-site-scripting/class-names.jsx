import classNames from 'classnames';

export function paint(box) {
  box.innerHTML = `<b class="${classNames('box', window.name)}">!</b>`;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}
