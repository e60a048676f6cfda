@Controller('files')
@UsePipes(TrimPipe)
class FilesController {
  @Put(':name')
  @UsePipes(new ParsePipe(ValidationPipe))
  replace(@Body(ParsePipe) file?: FileDto): void {}
  //                       ^^^^^^^^^^^^^^ missingValidation
}
