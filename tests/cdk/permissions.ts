/** What the synthesised roles allow, read as plainly as our policies are written: no condition, no NotAction, no wildcard but at an end. */
import * as z from 'zod';
import type { Synthesised } from './synthesise.ts';

/** `resource` is `<logical id>` or, for objects, `<logical id>/<key>`. */
export type Call = { readonly by: string; readonly action: string; readonly resource: string };

const listed = <One extends z.ZodType>(one: One) => z.union([z.array(one), one.transform((value) => [value])]);
const policySchema = z.object({
  Roles: z.array(z.object({ Ref: z.string() })),
  PolicyDocument: z.object({
    Statement: z.array(
      z.strictObject({
        Effect: z.literal('Allow'),
        Action: listed(z.string()),
        Resource: listed(z.unknown()),
      }),
    ),
  }),
});

/** Every pair of an action and a resource (its objects by prefix, `<logical id>/<prefix>*`) that a function’s role allows. */
export function permissionsOf({ resources }: Pick<Synthesised, 'resources'>, name: string): readonly Call[] {
  const role = `NewsMonitor${name[0]?.toUpperCase()}${name.slice(1)}Role`;
  return Object.values(resources)
    .filter(({ Type }) => Type === 'AWS::IAM::Policy')
    .map(({ Properties }) => policySchema.parse(Properties))
    .filter(({ Roles }) => Roles.some(({ Ref }) => new RegExp(`^${role}[0-9A-F]{8}$`).test(Ref)))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action, Resource }) =>
      Action.flatMap((action) => Resource.map((resource) => ({ by: name, action, resource: plain(resource) }))),
    );
}

export const allows = (granted: Call, call: Call): boolean =>
  granted.by === call.by &&
  granted.action === call.action &&
  (granted.resource.endsWith('*')
    ? call.resource.startsWith(granted.resource.slice(0, -1))
    : call.resource === granted.resource);

/** "Grant" as the template writes it: a reference, an ARN, or an ARN and a path joined. */
function plain(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': joined } = resource as Record<string, unknown>;
  if (typeof Ref === 'string') return Ref;
  if (Array.isArray(attribute)) return String(attribute[0]);
  if (Array.isArray(joined)) return (joined[1] as unknown[]).map(plain).join('');
  throw new Error(`a resource written in a way this does not read: ${JSON.stringify(resource)}`);
}
