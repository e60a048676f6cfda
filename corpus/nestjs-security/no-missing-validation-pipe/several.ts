@Controller()
export class SearchController {
  @Get('search')
  search(@Query() filter: FilterDto, @Param('id') id: string, @Param() all: { id: string }) {
  //              ^^^^^^^^^^^^^^^^^ missingValidation
  //                                                                   ^^^^^^^^^^^^^^^^^^^ missingValidation
    return [filter, id, all];
  }
}
