import { HttpService } from '@nestjs/axios';
import { Controller, Get, Query } from '@nestjs/common';

@Controller('preview')
export class PreviewController {
  constructor(private readonly http: HttpService) {}

  @Get()
  preview(@Query('url') url: string) {
    return this.http.get(url);
//         ^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  }
}
