// options: {"ignoreFiles": ["health."]}
// filename: src/health.controller.ts
@Controller('health')
export class HealthController {}
