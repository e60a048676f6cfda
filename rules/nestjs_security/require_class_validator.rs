use documented::Documented;

use super::helpers::{class_name, has_decorator};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, TestOptions, shorten},
    estree::{AstType, Kind, Node},
};

/// Finds fields of incoming objects that nothing validates.
///
/// ## Why
///
/// `ValidationPipe` looks at the decorators of a field and at nothing else: one without them takes any
/// value of any type.
///
/// ## What is found
///
/// Fields are looked at from a class declaration on that is named `…Dto`, `…Request` or `…Input`, or decorated
/// with `@ApiProperty`, `@ApiPropertyOptional` or `@Validated`, up to the next class declaration: one is found
/// without a decorator of class-validator, such as `@IsString`, `@Min` or `@ValidateNested`, unless its name
/// begins with `_`.
///
/// ## Example
///
/// ```ts
/// class CreateOrderDto { quantity: number; }              // found
/// class CreateOrderDto { @IsInt() quantity: number; }     // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireClassValidator(TestOptions<true>);

/// The decorators of class-validator that ESLint's rule knows.
const VALIDATORS: &[&str] = &[
    "ArrayContains",
    "ArrayMaxSize",
    "ArrayMinSize",
    "ArrayNotContains",
    "ArrayNotEmpty",
    "ArrayUnique",
    "Contains",
    "IsAlpha",
    "IsAlphanumeric",
    "IsArray",
    "IsAscii",
    "IsBase64",
    "IsBoolean",
    "IsByteLength",
    "IsCreditCard",
    "IsCurrency",
    "IsDataURI",
    "IsDate",
    "IsDateString",
    "IsDecimal",
    "IsDefined",
    "IsEmail",
    "IsEmpty",
    "IsEnum",
    "IsFQDN",
    "IsFullWidth",
    "IsHalfWidth",
    "IsHexColor",
    "IsHexadecimal",
    "IsIP",
    "IsISBN",
    "IsInstance",
    "IsInt",
    "IsJSON",
    "IsJWT",
    "IsLatLong",
    "IsLocale",
    "IsLowercase",
    "IsMilitaryTime",
    "IsMongoId",
    "IsNegative",
    "IsNotEmpty",
    "IsNumber",
    "IsObject",
    "IsOptional",
    "IsPhoneNumber",
    "IsPort",
    "IsPositive",
    "IsPostalCode",
    "IsString",
    "IsUUID",
    "IsUppercase",
    "IsUrl",
    "Length",
    "Matches",
    "Max",
    "MaxLength",
    "Min",
    "MinLength",
    "NotContains",
    "Validate",
    "ValidateBy",
    "ValidateIf",
    "ValidateNested",
];

impl Rule for RequireClassValidator {
    const META: Meta = Meta {
        id: "nestjs-security/require-class-validator",
        cwe: 20,
        owasp: "A03:2021 Injection",
        cvss: 7.5,
        on: &[AstType::Class, AstType::PropertyDefinition],
        filters: Filters::NONE,
        messages: &["missingValidator"],
    };

    type Options = TestOptions<true>;
    /// The flag that the last class declaration is of something received.
    type State = bool;

    fn new(options: TestOptions<true>) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, bool>) {
        if node.is(Kind::ClassDeclaration) {
            let ends = |name: &str| ["Dto", "Input", "Request"].iter().any(|end| name.ends_with(end));
            *ctx.state = class_name(node).is_some_and(ends)
                || has_decorator(node, &["ApiProperty", "ApiPropertyOptional", "Validated"]);
        }
        if !*ctx.state || !node.is(Kind::PropertyDefinition) {
            return;
        }
        let Some(name) = node.key_identifier().filter(|name| !name.starts_with('_')) else { return };
        if !has_decorator(node, VALIDATORS) && !self.0.allow(ctx.path()) {
            let name = shorten(name);
            let what = format_args!("The field {name} takes any value, since no decorator validates it");
            let fix = format_args!("Put what {name} must be before it: @IsString() @IsNotEmpty(), @IsInt() @Min(1) …");
            ctx.report(node, "missingValidator", Level::Medium, what, fix);
        }
    }
}
