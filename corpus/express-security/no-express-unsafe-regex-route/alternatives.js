app.use(/^\/(a|aa)*\/end$/, serve);
//      ^^^^^^^^^^^^^^^^^^ unsafeRegexRoute
app.all(/(\d+)+-\1/, show);
//      ^^^^^^^^^^^ unsafeRegexRoute
