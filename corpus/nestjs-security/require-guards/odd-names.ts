@Controller
class OddController {
  @All static 'quoted name'() {}
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingGuards
  @Head() [computed]() {}
//^^^^^^^^^^^^^^^^^^^^^^^ missingGuards
}
