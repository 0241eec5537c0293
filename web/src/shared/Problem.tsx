import { Alert, Button, Stack } from "@mantine/core";

/** What went wrong, as a sentence, with the way on. */
export function Problem({ error, retry }: { error: Error | string; retry?: () => void }) {
  return (
    <Alert color="red" variant="light" title="That did not work" role="alert">
      <Stack gap="sm" align="flex-start">
        {typeof error === "string" ? error : error.message}
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
