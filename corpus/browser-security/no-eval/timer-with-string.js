let left = 10;
setTimeout('tick()', 1000);
//@1 dangerousEval
const timer = setInterval("left -= 1", 1000);
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dangerousEval

function stop() {
  clearInterval(timer);
}
