import classNames from 'classnames';
import dedupe from 'classnames/dedupe';
import bind from 'classnames/bind';
import cx from 'cx';
import clsx from 'clsx';

document.body.innerHTML = `<b class="${classNames('box', window.name)}">!</b>`;
//@1 crossSiteScripting
document.body.innerHTML = `<b class="${dedupe('box', window.name)}">!</b>`;
//@1 crossSiteScripting
document.body.innerHTML = `<b class="${bind('box', window.name)}">!</b>`;
//@1 crossSiteScripting
document.body.innerHTML = `<b class="${cx('box', window.name)}">!</b>`;
//@1 crossSiteScripting
document.body.innerHTML = `<b class="${clsx('box', window.name)}">!</b>`;
//@1 crossSiteScripting
