setTimeout('reload()', 1000);
window.setTimeout('reload()', 1000);
