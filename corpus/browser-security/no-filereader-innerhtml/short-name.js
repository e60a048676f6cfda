function open(blob) {
  const fr = new FileReader();
  fr.onloadend = function (done) {
    document.write(done.target.result);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeInnerhtml
  };
  fr.readAsText(blob);
}

open(new Blob(['<p>hello</p>']));
