import { Table, Text, Title } from "@mantine/core";
import type { Schemas } from "@/api/client";
import { called, day, words } from "@/shared/format";

const SHOWN = 8;

/** What the candidate thought, beside what came. */
export function Predictions({ sessions, says }: { sessions: Schemas["PointView"][]; says: string }) {
  const predicted = sessions.filter((each) => each.predicted).slice(-SHOWN).reverse();
  return (
    <section>
      <Title order={2} mb="xs">
        Your own verdicts
      </Title>
      <Text mb="sm">{says}</Text>
      {predicted.length > 0 && (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Round</Table.Th>
              <Table.Th>You said</Table.Th>
              <Table.Th>It came to</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {predicted.map((each) => (
              <Table.Tr key={each.session}>
                <Table.Td>{day(each.at)}</Table.Td>
                <Table.Td>{words(each.predicted ?? "")}</Table.Td>
                <Table.Td>{called(each.verdict, each.verdict_range)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}
