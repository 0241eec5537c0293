import { useMutation } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { data, POST } from "@/api/client";

/** Take a round again from a moment, and go into its room. */
export function useRetake(id: string) {
  const [, go] = useLocation();
  return useMutation({
    mutationFn: (at: number) =>
      data(POST("/api/sessions/{session}/retake", { params: { path: { session: id } }, body: { at } })),
    onSuccess: (begun) => go(`/room/${begun.id}`),
  });
}

export type Again = ReturnType<typeof useRetake>;
