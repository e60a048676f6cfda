// options: {"displayPatterns": ["speak"], "validatorFunctions": ["factCheck"]}
export function tell(robot, result) {
  robot.Speak(result.text);
//            ^^^^^^^^^^^ unvalidatedOutput
  robot.send(result.text);
  robot.speak(factCheck(result.text));
}
