window.location = safePath(next);
window.open(links.help);
