using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Validation;

/// <summary>The schema that the rules are tested over: every kind of type, and every way they can overlap.</summary>
internal static class ValidationSchema
{
    public const string Sdl = """
        directive @onField(flag: Boolean, level: Int! = 1) on FIELD
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        directive @needs(what: String!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT | QUERY
        directive @many(a: Int) repeatable on FIELD | QUERY | FRAGMENT_DEFINITION | VARIABLE_DEFINITION
        directive @onQuery on QUERY
        directive @onMutation on MUTATION
        directive @onSubscription on SUBSCRIPTION
        directive @onFragment on FRAGMENT_DEFINITION
        directive @onSpread on FRAGMENT_SPREAD
        directive @onInline on INLINE_FRAGMENT
        directive @onVariable on VARIABLE_DEFINITION

        scalar Json
        enum Color { RED GREEN BLUE }

        interface Being { name(surname: Boolean): String }
        interface Pet implements Being { name(surname: Boolean): String owner: Human }
        interface Canine implements Being { name(surname: Boolean): String mother: Canine }

        type Dog implements Pet & Being & Canine {
          name(surname: Boolean): String
          nickname: String
          owner: Human
          mother: Dog
          barkVolume: Int
          barks: Boolean
          color: Color
          doesKnowCommand(command: String): Boolean
          isHousetrained(atOtherHomes: Boolean = true): Boolean
          isAt(x: Int, y: Int): Boolean
        }
        type Cat implements Pet & Being {
          name(surname: Boolean): String
          nickname: String
          owner: Human
          meowVolume: Int
          meows: Boolean
          color: Color!
        }
        type Human implements Being { name(surname: Boolean): String pets: [Pet] relatives: [Human]! iq: Int }
        type Alien { iq: Int name: String planets: [String] }
        union CatOrDog = Cat | Dog
        union DogOrHuman = Dog | Human
        union HumanOrAlien = Human | Alien

        input Complex { required: Boolean! withDefault: Boolean! = false int: Int text: String strings: [String] nested: Complex }
        input Choice @oneOf { byId: ID byName: String }
        type Arguments {
          multiple(req1: Int!, req2: Int!): String
          mixed(req: Int!, opt: Int = 0): String
          withDefault(arg: Int! = 0): String
          int(arg: Int): String
          requiredInt(arg: Int!): String
          float(arg: Float): String
          text(arg: String): String
          boolean(arg: Boolean): String
          id(arg: ID): String
          color(arg: Color): String
          json(arg: Json): String
          strings(arg: [String]): String
          requiredStrings(arg: [String!]!): String
          complex(arg: Complex): String
          choice(arg: Choice): String
          requiredChoice(arg: Choice!): String
          choices(arg: [Choice!]): String
        }

        type IntBox { scalar: Int unrelated: String deep: IntBox }
        type TextBox { scalar: String unrelated: String deep: TextBox list: [TextBox] }
        type RequiredTextBox { scalar: String! unrelated: String deep: RequiredTextBox }
        interface SomeBox { deep: SomeBox unrelated: String }
        type BoxOne implements SomeBox { deep: BoxOne unrelated: String scalar: Int same: String edges: [BoxOne] }
        type BoxTwo implements SomeBox { deep: BoxTwo unrelated: String scalar: String same: String edges: [[BoxTwo]] }

        type Query {
          human(id: ID): Human
          dog: Dog
          cat: Cat
          pet: Pet
          being: Being
          catOrDog: CatOrDog
          dogOrHuman: DogOrHuman
          humanOrAlien: HumanOrAlien
          arguments: Arguments
          box: SomeBox
          boxes: [SomeBox!]
          intBox: IntBox
          textBox: TextBox
          requiredTextBox: RequiredTextBox
        }
        type Mutation { rename(id: ID!, to: String!): Dog }
        type Subscription { messages(room: ID): String joined: Human moved: Human }
        """;

    public static Schema Schema { get; } = SdlSchemaBuilder.Build(Sdl);
}
